/** The size of everything in the window, by keys. The host sizes the window when it is kept. */
import { useCommandTable } from "../keys/registry";
import { useSettings } from "./useSettings";

/** The sizes that one comes by with the keys, in percent. */
export const sizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;

export function larger(now: number): number {
  return sizes.find((size) => size > now) ?? 200;
}

export function smaller(now: number): number {
  return sizes.findLast((size) => size < now) ?? 80;
}

export function useZoom(onFailure: (thrown: unknown) => void): void {
  const { settings, save } = useSettings();
  const { appearance } = settings;
  const set = (zoom: number) => {
    if (zoom === appearance.zoom) return;
    save({ group: "appearance", settings: { ...appearance, zoom } }).catch(onFailure);
  };
  useCommandTable({
    zoom_in: () => set(larger(appearance.zoom)),
    zoom_out: () => set(smaller(appearance.zoom)),
    zoom_reset: () => set(100),
  });
}
