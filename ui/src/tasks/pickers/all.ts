/** What opens beside a task to change it, as one file. */
export { DayPicker } from "../../dates/picker/DayPicker";
export { DuePicker } from "../../dates/picker/DuePicker";
export { ReminderPicker } from "../../dates/picker/ReminderPicker";
export { RepeatPicker } from "../../dates/picker/RepeatPicker";
export { Float } from "../../design/Float";
export { DurationPicker } from "./DurationPicker";
export { ListPicker } from "./ListPicker";
export { PriorityPicker } from "./PriorityPicker";
export { TagPicker } from "./TagPicker";
export { TaskPicker } from "./TaskPicker";
