import { useEffect, useState } from "react";
import { type CivilDate, civilDate } from "./civil";

/** Today's civil date; looks again at midnight and whenever the window is looked at (a laptop that slept). */
export function useToday(): CivilDate {
  const [today, setToday] = useState(() => civilDate(new Date()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      const now = new Date();
      setToday(civilDate(now));
      const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
      timer = setTimeout(look, midnight.getTime() - now.getTime() + 50);
    };
    look();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, []);
  return today;
}
