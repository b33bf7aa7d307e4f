import { Injectable } from '@nestjs/common';
import {
  type DeadlinePreview,
  type Instant,
  type PreviewAllowance,
  previewDeadline,
  type Span,
} from '@zhuqi/domain';
import { valueOf } from '../refused';
import { type CalendarChoice, ChosenCalendar } from './chosen-calendar';

export interface PreviewDeadlineQuery {
  readonly choice: CalendarChoice;
  readonly start: Instant;
  readonly allowance: PreviewAllowance;
  readonly pauses: readonly Span[];
}

/** When an allowance given at a certain time would be due, explained stretch by stretch. Nothing is kept. */
@Injectable()
export class PreviewDeadline {
  constructor(private readonly calendars: ChosenCalendar) {}

  async execute({ choice, ...question }: PreviewDeadlineQuery): Promise<DeadlinePreview> {
    const calendar = await this.calendars.of(choice);
    return valueOf(previewDeadline({ calendar, ...question }));
  }
}
