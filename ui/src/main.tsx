import { createRoot } from "react-dom/client";
import "./design/tokens.css";
import "./design/base.css";
import "./design/parts.css";
import "./frame/frame.css";
import "./side/side.css";
import "./tasks/tasks.css";
import "./add/add.css";
import "./chat/frame/frame.css";
import "./chat/panel/panel.css";
import "./chat/panel/words.css";
import "./chat/panel/field.css";
import "./chat/setup/setup.css";
import { followSystemTheme } from "./design/theme";
import { App } from "./frame/App";

followSystemTheme(document.documentElement);
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
