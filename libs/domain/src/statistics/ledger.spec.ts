import { november } from '../../../../test/support/november';
import { routed, TicketStory } from '../../../../test/support/ticket-stage';
import { ledgerEntries, type LedgerEntry } from './ledger';
import { MEASURES, mapMeasures, measuresOf, type Measure } from './measures';

const MONDAY = november('02T09:00');
const said = ({ part, tier, figures }: LedgerEntry): string =>
  `${part} T${tier ?? '-'} ${MEASURES.filter((each) => figures[each] !== 0)
    .map((each) => (figures[each] > 0 ? `+${each}` : `-${each}`))
    .join(' ')}`;

describe('the book of figures', () => {
  it('posts nothing for what changes no figure', () => {
    const story = routed(MONDAY);
    const posted = story.ledger.length;
    story.take('urge', 'enterprise', november('02T10:00')).take('claim', 'officer', november('02T11:00'));
    expect(story.ledger).toHaveLength(posted);
    expect(ledgerEntries(null, new TicketStory(MONDAY).ticket, MONDAY)).toEqual([]);
  });

  it('posts the difference while the tier is the same', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T10:00'));
    story.take('contact', 'officer', november('02T11:00')).take('answer', 'officer', november('03T10:00'));
    expect(story.ledger.map(said)).toEqual([
      '0 T1 +collected +open',
      '0 T1 +firstContactOnTime',
      '0 T1 +resolved -open',
    ]);
  });

  it('takes everything out of the old tier and puts it into the new one when it rises', () => {
    const story = routed(MONDAY).take('contact', 'officer', november('02T11:00'));
    story.take('escalate', 'officer', november('03T10:00'));
    expect(story.ledger.slice(-2).map(said)).toEqual([
      '0 T1 -collected -firstContactOnTime -open',
      '1 T2 +collected +firstContactOnTime +open',
    ]);
  });

  it('takes everything out again when the ticket is rejected', () => {
    const story = routed(MONDAY).take('reject', 'office', november('03T10:00'));
    expect(story.ledger.map(said)).toEqual(['0 T1 +collected +open', '0 T1 -collected -open']);
  });

  it('adds up to what the ticket counts for, tier by tier', () => {
    const story = routed(MONDAY)
      .sweep(november('20T17:00'))
      .take('claim', 'department', november('20T17:00'));
    story
      .take('answer', 'department', november('23T10:00'))
      .take('confirm', 'enterprise', november('24T10:00'));
    const sum = (tier: number, measure: Measure): number =>
      story.ledger
        .filter((entry) => entry.tier === tier)
        .reduce((total, { figures }) => total + figures[measure], 0);
    expect(mapMeasures((measure) => sum(3, measure))).toEqual(measuresOf(story.ticket));
    for (const tier of [1, 2]) {
      expect(mapMeasures((measure) => sum(tier, measure) + 0)).toEqual(mapMeasures(() => 0));
    }
  });
});
