import { asked } from "./ipc/asked";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { createRoot } from "react-dom/client";
import "./design/tokens.css";
import "./design/base.css";
import "./design/parts.css";
import "./design/prose.css";
import "./frame/frame.css";
import "./side/side.css";
import "./tasks/tasks.css";
import "./dates/picker/picker.css";
import "./add/add.css";
import "./detail/detail.css";
import "./detail/notes/notes.css";
import "./activity/activity.css";
import "./palette/palette.css";
import "./search/search.css";
import "./welcome/welcome.css";
import "./chat/frame/frame.css";
import "./chat/panel/panel.css";
import "./chat/panel/widget/widget.css";
import "./chat/panel/words.css";
import "./chat/panel/field.css";
import "./chat/setup/setup.css";
import "./settings/settings.css";
import { followSystemTheme } from "./design/theme";
import { untilTouched } from "./design/untouched";
import { App } from "./frame/App";
import { Boundary } from "./frame/Boundary";
import { drawWhenReady } from "./frame/windowReady";
import { locale, startLocale } from "./messages/locale";
import { SettingsProvider } from "./settings/useSettings";

followSystemTheme(document.documentElement);
untilTouched(document.documentElement);
drawWhenReady(document.documentElement);
const root = document.getElementById("root");
void Promise.all([startLocale(), asked]).then(() => {
  if (!root) return;
  createRoot(root).render(
    <I18nProvider locale={locale()}>
      <Boundary>
        <SettingsProvider>
          <App />
        </SettingsProvider>
      </Boundary>
    </I18nProvider>,
  );
});
