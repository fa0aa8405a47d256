/** Making elements, and finding them by their test id. */

export const part = (id) => document.querySelector(`[data-testid="${id}"]`);

/** An element with a test id, properties, and children (elements or words). */
export function make(tag, id, properties = {}, ...children) {
  const element = document.createElement(tag);
  if (id) element.dataset.testid = id;
  const { data = {}, ...rest } = properties;
  Object.assign(element.dataset, data);
  Object.assign(element, rest);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const button = (id, label, onclick, properties = {}) =>
  make("button", id, { type: "button", onclick, ...properties }, label);
