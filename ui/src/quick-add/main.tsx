import { I18nProvider } from "react-aria-components/I18nProvider";
import { createRoot } from "react-dom/client";
import "../design/tokens.css";
import "../design/base.css";
import "../design/parts.css";
import "../dates/picker/picker.css";
import "./quick-add.css";
import { followSystemTheme } from "../design/theme";
import { loadAhead } from "../load/file";
import { locale, startLocale } from "../messages/locale";
import { quickAddText } from "../messages/quickAdd";
import { QuickAdd } from "./QuickAdd";

followSystemTheme(document.documentElement);
const root = document.getElementById("root");
void startLocale().then(() => {
  if (!root) return;
  document.title = quickAddText.title;
  createRoot(root).render(
    <I18nProvider locale={locale()}>
      <QuickAdd />
    </I18nProvider>,
  );
  void loadAhead();
});
