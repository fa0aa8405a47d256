// Stands in a page for what Tauri puts into its own: calls go over HTTP, and what commands send on channels comes
// back as events.
(() => {
  // As the app's window does.
  Object.freeze(Object.prototype);

  const callbacks = new Map();
  let last = 0;
  const transformCallback = (callback, once = false) => {
    last += 1;
    const id = last;
    callbacks.set(id, (message) => {
      if (once) callbacks.delete(id);
      callback?.(message);
    });
    return id;
  };
  const unregisterCallback = (id) => callbacks.delete(id);
  const runCallback = (id, message) => callbacks.get(id)?.(message);

  const invoke = async (command, args = {}) => {
    const answer = await fetch(`bridge/call/${encodeURIComponent(command)}`, {
      method: "POST",
      body: JSON.stringify(args),
    });
    const json = answer.headers.get("content-type") === "application/json";
    const value = await (json ? answer.json() : answer.arrayBuffer());
    if (answer.ok && !answer.headers.has("rejected")) return value;
    throw json ? value : new TextDecoder().decode(value);
  };

  new EventSource("bridge/hear").onmessage = ({ data }) => {
    const { callback, index, body } = JSON.parse(data);
    const message = body.bytes ? new Uint8Array(body.bytes).buffer : body.message;
    runCallback(callback, { message, index });
  };

  const convertFileSrc = (path, protocol = "asset") => `${protocol}://localhost/${encodeURIComponent(path)}`;
  window.__TAURI_INTERNALS__ = { invoke, transformCallback, unregisterCallback, runCallback, convertFileSrc };
})();
