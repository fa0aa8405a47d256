/**
 * Requests to the server of the chat: made by the page around the frame, with its own `fetch`; with
 * hosted ChatKit by the frame itself.
 */

/** A failed opening of a stream is tried this often again. */
const RETRIES = 5;
const LONGEST_PAUSE = 10_000;

const named = (name, message) => Object.assign(new Error(message), { name });

const request = ({ headers, body }, signal) => ({ method: "POST", headers, body, signal });

/** One question, one answer: its status and text. */
export async function ask(fetch, { url, ...what }, signal) {
  const response = await fetch(url, request(what, signal));
  return { status: response.status, text: await response.text() };
}

/** Opens a stream and tells of each event in it; settles after the last. */
export async function stream(fetch, { url, ...what }, signal, tell, pause) {
  const response = await open(fetch, url, request(what, signal), pause);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let waiting = "";
  for (;;) {
    const { done, value } = await reader.read().catch((error) => {
      throw signal.aborted ? error : named("StreamError", `the stream broke off: ${error.message}`);
    });
    if (done) break;
    // An event may come in many pieces, and many in one.
    waiting += decoder.decode(value, { stream: true });
    const events = waiting.split(/\r?\n\r?\n/);
    waiting = events.pop();
    for (const event of events) tell(dataOf(event));
  }
  if (waiting.trim() !== "") throw named("StreamEventParsingError", "the stream ended within an event");
}

/** A 5xx, or a success that is no event stream, is tried again; any other failure is final. */
async function open(fetch, url, init, pause) {
  for (let tries = 0; ; tries += 1) {
    const response = await fetch(url, init);
    const type = response.headers.get("content-type") ?? "";
    if (response.ok && type.startsWith("text/event-stream")) return response;
    const final = !response.ok && response.status < 500;
    if (final || tries === RETRIES) throw named("HttpError", await messageOf(response));
    await response.body?.cancel();
    const longest = Math.min(pause * 2 ** tries, LONGEST_PAUSE);
    await sleep(longest * (0.5 + Math.random() / 2), init.signal);
  }
}

async function messageOf(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).message ?? text;
  } catch {
    return text || `HTTP ${response.status}`;
  }
}

function sleep(duration, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, duration);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

function dataOf(event) {
  const data = event
    .split(/\r?\n/)
    .filter((line) => line.startsWith("data:"))
    .map((line) => line.slice(5).replace(/^ /, ""));
  if (data.length === 0) throw named("StreamEventParsingError", "an event without data");
  try {
    return JSON.parse(data.join("\n"));
  } catch {
    throw named("StreamEventParsingError", "an event that is no JSON");
  }
}
