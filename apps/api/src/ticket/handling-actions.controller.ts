import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActionRoutes } from './action-table';
import { AcceptDto, DeferDto, PlanItemsDto, ReplyDto } from './items.dto';
import { TicketActions } from './ticket-actions';
import { AnswerDto, ContactDto, DispatchDto, EmptyDto, ReasonDto } from './ticket.dto';
import { RejectDto, RequestInfoDto, ResumeDto, TextDto } from './ticket.dto';
import { CloseDto, ReopenDto } from './verdict.dto';

@ApiTags('诉求办理')
@Controller('tickets/:id')
@ActionRoutes({
  accept: { summary: '受理；可容缺受理', dto: AcceptDto },
  reject: { summary: '不予受理', dto: RejectDto },
  dispatch: { summary: '交办', dto: DispatchDto },
  claim: { summary: '认领', dto: EmptyDto },
  contact: { summary: '首次联系', dto: ContactDto },
  requestInfo: { summary: '一次性告知需补充的材料', dto: RequestInfoDto },
  planItems: { summary: '给问题清单中的若干项定期限', dto: PlanItemsDto },
  reply: { summary: '答复问题清单中的若干项', dto: ReplyDto },
  defer: { summary: '容缺办理：列明可后补的材料与承诺', dto: DeferDto },
  resume: { summary: '恢复挂起的办理', dto: ResumeDto },
  report: { summary: '阶段性报告', dto: TextDto },
  answer: { summary: '答复：责任单位、解决路径、办理结果', dto: AnswerDto },
  escalate: { summary: '提级', dto: ReasonDto },
  close: { summary: '回访后销号', dto: CloseDto },
  reopen: { summary: '重办：新的一轮，时限用余下的', dto: ReopenDto },
})
export class HandlingActionsController {
  constructor(readonly actions: TicketActions) {}
}
