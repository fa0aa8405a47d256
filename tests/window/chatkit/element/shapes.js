/**
 * The words in which the shape of ChatKit's options is written down. A shape takes a value and
 * where it stands, and gives the first thing that is wrong with it, or nothing.
 */

const is = (what, test) => (value, at) => (test(value) ? undefined : `${at} must be ${what}`);

export const string = is("a string", (value) => typeof value === "string");
export const number = is("a number", (value) => typeof value === "number" && Number.isFinite(value));
export const boolean = is("a boolean", (value) => typeof value === "boolean");
export const callback = is("a function", (value) => typeof value === "function");

export const oneOf = (...values) => is(`one of ${values.join(", ")}`, (value) => values.includes(value));

export const orNull = (shape) => (value, at) => (value === null ? undefined : shape(value, at));

export const list = (shape) => (value, at) => {
  if (!Array.isArray(value)) return `${at} must be an array`;
  return first(value.map((each, place) => shape(each, `${at}[${place}]`)));
};

export const record = (shape) => (value, at) =>
  plain(value)
    ? first(Object.entries(value).map(([key, each]) => shape(each, `${at}.${key}`)))
    : `${at} must be an object`;

/** A key that may be missing. */
export const maybe = (shape) => Object.assign((value, at) => shape(value, at), { optional: true });

/** An object of exactly these keys. */
export const object = (keys) => (value, at) => {
  if (!plain(value)) return `${at} must be an object`;
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(keys, key));
  if (unknown !== undefined) return `${at}.${unknown} is not known`;
  return first(
    Object.entries(keys).map(([key, shape]) =>
      value[key] === undefined
        ? shape.optional
          ? undefined
          : `${at}.${key} is missing`
        : shape(value[key], `${at}.${key}`),
    ),
  );
};

/** The first of these shapes that it fits; what is wrong is said by the one that `choose` picks. */
export const either =
  (choose, ...shapes) =>
  (value, at) =>
    shapes.some((shape) => shape(value, at) === undefined) ? undefined : choose(value)(value, at);

const plain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const first = (faults) => faults.find((fault) => fault !== undefined);
