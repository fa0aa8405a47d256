/** The pseudo-languages, which scripts/messages/plugin.ts makes. */
declare module "virtual:messages/*" {
  const translation: import("./area").Translation;
  export default translation;
}
