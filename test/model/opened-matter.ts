import { can, accepted, refused, type Decision, type Matter } from '@zhuqi/domain';
import type { PersonName } from '../support/ticket-cast';
import type { Desk } from './commands';
import { canRead } from './judge';
import { signedIn } from './names';
import type { Scene, Story } from './story';

/** A ticket of a matter, or one that is to belong to it. */
export interface Member {
  readonly story: Story;
  readonly scene: Scene;
}

export interface Opened {
  readonly members: readonly Member[];
  readonly lead: Member;
}

const byId = (a: Story, b: Story): number => (a.ticket.id < b.ticket.id ? -1 : 1);

export const memberOf = (story: Story, who: PersonName): Member => ({ story, scene: story.scene(who) });

/** The matter as somebody who may read one of its tickets finds it. */
export function open({ stories, model }: Desk, matter: Matter, who: PersonName): Decision<Opened> {
  const lead = stories.find(({ ticket }) => ticket.id === matter.leadTicketId);
  const members = stories.filter(({ ticket }) => ticket.matterId === matter.id).sort(byId);
  const seen = [...members, ...(lead === undefined ? [] : [lead])].some((story) =>
    canRead(who, model.people, story),
  );
  if (lead === undefined || !seen || !can(model.people.person(who).roles, 'matter.read')) {
    return refused('matter.not_found', 'matter');
  }
  return accepted({ members: members.map((story) => memberOf(story, who)), lead: memberOf(lead, who) });
}

/** Which matter, and who asks. */
export interface Of {
  readonly matter: Matter;
  readonly who: PersonName;
}

export const asked = ({ model }: Desk, { matter, who }: Of) => ({
  matterId: matter.id,
  actor: signedIn(model.people.person(who)),
});

/** What has become of a matter. */
export function replace({ model }: Desk, matter: Matter): void {
  model.matters.splice(
    model.matters.findIndex(({ id }) => id === matter.id),
    1,
    matter,
  );
}
