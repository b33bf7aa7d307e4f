import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FindOrphans } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor } from '../edge';
import { OrphanListDto } from './orphan.dto';
import { OrphanListView, orphanView } from './orphan.view';

/** What nobody answers for. */
@ApiTags('岗位交接')
@ApiBearerAuth()
@Controller('orphans')
export class OrphanController {
  constructor(private readonly findOrphans: FindOrphans) {}

  @Get()
  @Can('orphan.read')
  @ApiOperation({ summary: '无主事项：没有人负责的诉求、企业、申请与交接，每种至多 500 件' })
  async list(@CurrentActor() actor: PersonActor, @Query() { kind }: OrphanListDto): Promise<OrphanListView> {
    return { items: (await this.findOrphans.execute(actor, kind)).map(orphanView), nextCursor: null };
  }
}
