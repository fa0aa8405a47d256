/** Made by scripts/licences with each build. */
declare module "virtual:licences" {
  const licences: import("../../../scripts/licences/package").Licences;
  export default licences;
}
