/** What happens beside the commands on one ticket. */
export type Deed = 'calendar' | 'policy' | 'handover' | 'matter' | 'taskForce';

/** What each of them can lead to, as it is counted. */
export const DEED_NAMES = [
  ...['tryCalendar', 'changeCalendar', 'tryPolicy', 'changePolicy'],
  ...['makeMatter', 'addToMatter', 'removeFromMatter', 'dissolveMatter', 'answerMatter'],
  ...['foundTaskForce', 'changeTaskForce', 'dissolveTaskForce'],
  ...['tryHandover', 'handOver', 'cancelHandover', 'carryOutHandover'],
] as const;
