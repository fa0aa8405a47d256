/** Made by scripts/licences with each build. */
declare module "virtual:licences" {
  import type { Licences } from "../../../scripts/licences/package";

  const licences: Licences;
  export default licences;
}
