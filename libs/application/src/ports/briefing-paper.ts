import type { BulletinContent, Instant } from '@zhuqi/domain';

/** 更正说明 as the paper prints it behind the text. */
export interface BriefingCorrection {
  readonly text: string;
  readonly madeAt: Instant;
}

/** Puts a published bulletin on paper (调度通报). */
export abstract class BriefingPaper {
  /** A .docx; the same content and notes give the same bytes. */
  abstract render(content: BulletinContent, notes: readonly BriefingCorrection[]): Promise<Uint8Array>;
}
