/** What is said of the activity. */
import { messages } from "./generated/activity";

export const activityText = messages;
