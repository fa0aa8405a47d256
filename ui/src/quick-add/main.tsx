import { createRoot } from "react-dom/client";
import "../design/tokens.css";
import "../design/base.css";
import "../design/parts.css";
import "./quick-add.css";
import { followSystemTheme } from "../design/theme";
import { startLocale } from "../messages/locale";
import { QuickAdd } from "./QuickAdd";

followSystemTheme(document.documentElement);
const root = document.getElementById("root");
void startLocale().then(() => {
  if (root) createRoot(root).render(<QuickAdd />);
});
