/** What is said when everything overdue is taken to today. */
export { messages as overdueText } from "./generated/overdue";
