import {
  accept,
  answer,
  claim,
  close,
  comment,
  confirm,
  contact,
  dispatch,
  dispute,
  escalate,
  instruct,
  reject,
  requestInfo,
  supervise,
  supplyInfo,
  urge,
  withdraw,
  type AnswerInput,
  type Change,
  type ConfirmInput,
  type ContactMeans,
  type Context,
  type Standing,
  type SuperviseInput,
  type Ticket,
  type Visibility,
} from '@zhuqi/domain';
import type { Directory } from '../ports/directory';
import type { RuleBook } from '../ports/rule-book';
import { valueOf } from '../refused';
import { chosenHolder, unitWithin, type DispatchRequest } from './chosen-holder';

/** What a person says with each action. */
export interface ActionInputs {
  readonly accept: object;
  readonly reject: { readonly ground: string; readonly explanation: string };
  readonly dispatch: DispatchRequest;
  readonly claim: object;
  readonly contact: { readonly means: ContactMeans; readonly note: string };
  readonly requestInfo: { readonly items: readonly string[] };
  readonly supplyInfo: { readonly text: string };
  readonly answer: AnswerInput;
  readonly confirm: ConfirmInput;
  readonly dispute: { readonly reason: string };
  readonly close: { readonly callBack?: string };
  readonly escalate: { readonly reason: string };
  readonly withdraw: { readonly reason: string };
  readonly urge: { readonly note?: string };
  readonly supervise: SuperviseInput;
  readonly instruct: { readonly text: string };
  readonly comment: { readonly text: string; readonly visibility: Visibility };
}

export type PersonAction = keyof ActionInputs;

export interface Briefing {
  readonly ctx: Context;
  readonly standing: Standing;
  readonly directory: Directory;
  readonly rules: RuleBook;
}

type Decide<A extends PersonAction> = (
  ticket: Ticket,
  input: ActionInputs[A],
  briefing: Briefing,
) => Promise<Change>;

const now =
  <A extends PersonAction>(
    decide: (ticket: Ticket, input: ActionInputs[A], ctx: Context) => Change,
  ): Decide<A> =>
  (ticket, input, { ctx }) =>
    Promise.resolve(decide(ticket, input, ctx));

/** One row per action; an action of the lifecycle without its decision does not compile. */
export const DECISIONS: { readonly [A in PersonAction]: Decide<A> } = {
  accept: now((ticket, _input, ctx) => accept(ticket, ctx)),
  reject: async (ticket, input, { ctx, rules }) =>
    valueOf(reject(ticket, { ...input, knownGrounds: await rules.rejectionGrounds() }, ctx)),
  dispatch: async (ticket, input, { ctx, standing, directory }) =>
    valueOf(
      dispatch(
        ticket,
        await chosenHolder(ticket, input, { directory, cityOfficeId: ctx.chain.cityOfficeId }),
        standing,
        ctx,
      ),
    ),
  claim: now((ticket, _input, ctx) => claim(ticket, ctx)),
  contact: now(contact),
  requestInfo: now((ticket, input, ctx) => valueOf(requestInfo(ticket, input, ctx))),
  supplyInfo: now(supplyInfo),
  answer: async (ticket, input, { ctx, directory }) => {
    const reach = { directory, cityOfficeId: ctx.chain.cityOfficeId };
    const { responsibleUnitId } = input;
    if (responsibleUnitId !== undefined)
      await unitWithin(reach, ticket, responsibleUnitId, '/responsibleUnitId');
    return valueOf(answer(ticket, input, ctx));
  },
  confirm: now((ticket, input, ctx) => valueOf(confirm(ticket, input, ctx))),
  dispute: now(dispute),
  close: now((ticket, input, ctx) => valueOf(close(ticket, input, ctx))),
  escalate: now((ticket, input, ctx) => valueOf(escalate(ticket, input, ctx))),
  withdraw: now(withdraw),
  urge: now(urge),
  supervise: now((ticket, input, ctx) => valueOf(supervise(ticket, input, ctx))),
  instruct: now(instruct),
  comment: now(comment),
};
