/** The pickers, loaded when the first of them is opened. */
import { file } from "../../load/file";
import { part } from "../../load/part";

const pickers = file(() => import("./all"));

export const Float = part(pickers, (all) => all.Float, { opens: true });
export const TaskPicker = part(pickers, (all) => all.TaskPicker, { opens: true });
export const DayPicker = part(pickers, (all) => all.DayPicker);
export const DuePicker = part(pickers, (all) => all.DuePicker);
export const DurationPicker = part(pickers, (all) => all.DurationPicker);
export const ListPicker = part(pickers, (all) => all.ListPicker);
export const PriorityPicker = part(pickers, (all) => all.PriorityPicker);
export const ReminderPicker = part(pickers, (all) => all.ReminderPicker);
export const RepeatPicker = part(pickers, (all) => all.RepeatPicker);
export const TagPicker = part(pickers, (all) => all.TagPicker);
