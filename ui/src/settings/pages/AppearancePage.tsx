/** How the windows look. */
import type { Accent } from "../../ipc/bindings/Accent";
import type { Density } from "../../ipc/bindings/Density";
import type { Theme } from "../../ipc/bindings/Theme";
import { firstKeys } from "../../keys/together";
import { settingsText as say } from "../../messages/settings";
import { Line, Section } from "../parts/Section";
import { Pick } from "../parts/Pick";
import { Segments } from "../parts/Segments";
import { Toggle } from "../parts/Toggle";
import { useSurroundings } from "../useAppearance";
import { useGroup } from "../useGroup";
import { larger, smaller } from "../useZoom";

const themes = ["system", "light", "dark", "contrast", "contrast_dark"] as const satisfies readonly Theme[];
const accents = ["own", "system"] as const satisfies readonly Accent[];
const densities = ["comfortable", "compact"] as const satisfies readonly Density[];

export function AppearancePage() {
  const [look, change] = useGroup("appearance");
  const surroundings = useSurroundings();
  const none = surroundings !== null && surroundings.accent === null;
  return (
    <Section>
      <Pick
        label={say.theme}
        value={look.theme}
        options={themes.map((value) => ({ value, label: say.themeOf[value] }))}
        onChange={(theme) => change({ theme })}
      />
      <Segments
        label={say.accent}
        hint={none && look.accent === "system" ? say.accentNone : say.accentHint}
        value={look.accent}
        options={accents.map((value) => ({ value, label: say.accentOf[value] }))}
        onChange={(accent) => change({ accent })}
      />
      <Segments
        label={say.density}
        value={look.density}
        options={densities.map((value) => ({ value, label: say.densityOf[value] }))}
        onChange={(density) => change({ density })}
      />
      <Toggle
        label={say.reducedMotion}
        hint={say.reducedMotionHint}
        on={look.motion === "reduced"}
        onChange={(on) => change({ motion: on ? "reduced" : "system" })}
      />
      <Line label={say.zoom} hint={say.zoomHint(firstKeys("zoom_in"), firstKeys("zoom_out"))}>
        <div className="size" role="group" aria-label={say.zoom}>
          <button
            type="button"
            className="btn soft"
            aria-label={say.smaller}
            aria-disabled={look.zoom <= 80}
            onClick={() => change({ zoom: smaller(look.zoom) })}
          >
            −
          </button>
          <span className="num" role="status">
            {say.percent(look.zoom)}
          </span>
          <button
            type="button"
            className="btn soft"
            aria-label={say.larger}
            aria-disabled={look.zoom >= 200}
            onClick={() => change({ zoom: larger(look.zoom) })}
          >
            +
          </button>
          {look.zoom !== 100 && (
            <button type="button" className="btn quiet" onClick={() => change({ zoom: 100 })}>
              {say.usualSize}
            </button>
          )}
        </div>
      </Line>
    </Section>
  );
}
