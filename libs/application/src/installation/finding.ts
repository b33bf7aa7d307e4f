/** How one thing stands: fine, worth a look, or in the way of work. */
export const FINDING_LEVELS = { fine: '通过', notice: '注意', problem: '问题' } as const;
export type FindingLevel = keyof typeof FINDING_LEVELS;

export interface Finding {
  readonly subject: string;
  readonly level: FindingLevel;
  /** One Chinese sentence; says what to do when there is something to do. */
  readonly detail: string;
}

export const fine = (subject: string, detail: string): Finding => ({ subject, level: 'fine', detail });
export const notice = (subject: string, detail: string): Finding => ({ subject, level: 'notice', detail });
export const problem = (subject: string, detail: string): Finding => ({ subject, level: 'problem', detail });
