import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActionRoutes } from './action-table';
import { SupplyDeferredDto } from './items.dto';
import { TicketActions } from './ticket-actions';
import { ReasonDto, TextDto } from './ticket.dto';
import { ConfirmDto, DisputeDto } from './verdict.dto';

@ApiTags('企业的动作')
@Controller('tickets/:id')
@ActionRoutes({
  supplyInfo: { summary: '补充材料', dto: TextDto },
  supplyDeferred: { summary: '补交容缺的材料', dto: SupplyDeferredDto },
  confirm: { summary: '企业确认解决并销号', dto: ConfirmDto },
  dispute: { summary: '企业不认可，继续办理', dto: DisputeDto },
  withdraw: { summary: '撤回', dto: ReasonDto },
})
export class EnterpriseActionsController {
  constructor(readonly actions: TicketActions) {}
}
