import js from "@eslint/js";
import a11y from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import ts from "typescript-eslint";

const inMessages = "Texts come from messages/, see messages/README.md.";
const letters = "/\\p{L}{2}/u";
const names =
  "/^(aria-(label|description|roledescription|valuetext)|alt|description|errorMessage|label|placeholder|title)$/";

export default defineConfig(
  { ignores: ["dist"] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  hooks.configs.flat["recommended-latest"],
  a11y.flatConfigs.strict,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // One door to the host: only src/ipc may import Tauri.
      "no-restricted-imports": ["error", { patterns: ["@tauri-apps/*"] }],
    },
  },
  {
    files: ["src/**/*.tsx"],
    ignores: ["**/*.test.tsx"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: `JSXText[value=${letters}]`, message: inMessages },
        ...[
          "JSXElement > JSXExpressionContainer",
          `JSXAttribute[name.name=${names}]`,
          `JSXAttribute[name.name=${names}] > JSXExpressionContainer`,
        ]
          .flatMap((place) => [place, `${place} > :matches(ConditionalExpression, LogicalExpression)`])
          .flatMap((place) => [
            { selector: `${place} > Literal[value=${letters}]`, message: inMessages },
            {
              selector: `${place} > TemplateLiteral > TemplateElement[value.raw=${letters}]`,
              message: inMessages,
            },
          ]),
      ],
    },
  },
  { files: ["src/ipc/host.ts"], rules: { "no-restricted-imports": "off" } },
  { files: ["eslint.config.js"], extends: [ts.configs.disableTypeChecked] },
);
