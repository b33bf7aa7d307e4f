import { BriefingPaper, type BriefingCorrection } from '@zhuqi/application';
import type { BulletinContent } from '@zhuqi/domain';
import { briefing } from './briefing/briefing';
import { officialDocx } from './official/official-docx';

/** The briefing as a .docx after GB/T 9704-2012. */
export class OfficialBriefingPaper extends BriefingPaper {
  async render(content: BulletinContent, notes: readonly BriefingCorrection[]): Promise<Uint8Array> {
    return officialDocx(briefing(content, notes));
  }
}
