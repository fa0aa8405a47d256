/** A browser at a desk: the small one that comes with WebKitGTK, the engine of the window. */
import { Builder, Capabilities } from "selenium-webdriver";
import { Service, freePort, until } from "./processes.js";

/** Opens the browser on an address; gives its driver and a way to end it. */
export async function browse(desk, address) {
  const port = await freePort();
  const service = new Service("WebKitWebDriver", [`--port=${port}`], { env: desk.env });
  const capabilities = new Capabilities();
  capabilities.setBrowserName("MiniBrowser");
  await until("WebKitWebDriver to listen", async () => {
    const status = await fetch(`http://127.0.0.1:${port}/status`);
    return status.ok;
  });
  const driver = await new Builder()
    .usingServer(`http://127.0.0.1:${port}/`)
    .withCapabilities(capabilities)
    .build();
  await driver.get(address);
  const stop = async () => {
    await driver.quit().catch(() => {});
    await service.stop();
  };
  return { driver, stop };
}
