import { november } from '../../../../../test/support/november';
import { routed } from '../../../../../test/support/ticket-stage';
import { withoutFacts } from './facts';

describe('the facts an event carries for the book of figures', () => {
  const { log, events } = routed(november('02T09:00'), { confidential: true });

  it('stand on the submission and on every event that alters one of them', () => {
    expect(log.map(({ data }) => data)).toEqual([
      expect.objectContaining({ regionCode: '220105', officerId: 'officer', population: 'enterprise' }),
      expect.objectContaining({ atTier: 1 }),
    ]);
  });

  it('are not what people read of it: whom a confidential ticket is from could be told from them', () => {
    expect(log.map(({ data }) => withoutFacts(data))).toEqual(events.map(({ data }) => data));
  });
});
