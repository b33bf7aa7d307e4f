import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EnterpriseDirectory, Refused } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, pageRequest, pageView, ParseId } from '../edge';
import { EnterpriseListDto, PairingListDto } from './enterprise.dto';
import {
  EnterpriseFileView,
  enterpriseFileView,
  enterpriseItemView,
  EnterprisePageView,
  PairingListView,
  pairingListView,
} from './enterprise.view';

/** Enterprises within the caller's scope; any other is not found. */
@ApiTags('企业')
@ApiBearerAuth()
@Controller('enterprises')
export class EnterpriseController {
  constructor(private readonly directory: EnterpriseDirectory) {}

  @Get()
  @Can('enterprise.read')
  @ApiOperation({ summary: '企业列表：名称片段、拼音首字母、信用代码检索' })
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: EnterpriseListDto,
  ): Promise<EnterprisePageView> {
    return pageView(await this.directory.page(actor, query, pageRequest(query)), enterpriseItemView);
  }

  @Get(':id')
  @Can('enterprise.read')
  @ApiOperation({ summary: '企业档案与现任驻企专员、包保领导' })
  async one(
    @CurrentActor() actor: PersonActor,
    @Param('id', ParseId) id: string,
  ): Promise<EnterpriseFileView> {
    return enterpriseFileView(found(await this.directory.byId(actor, id)));
  }

  @Get(':id/pairings')
  @Can('pairing.read')
  @ApiOperation({ summary: '现任与历任驻企专员、包保领导' })
  async pairings(
    @CurrentActor() actor: PersonActor,
    @Param('id', ParseId) id: string,
    @Query() { asOf }: PairingListDto,
  ): Promise<PairingListView> {
    return pairingListView(found(await this.directory.pairings(actor, id, asOf ?? null)));
  }
}

function found<T>(value: T | null): T {
  if (value === null) throw new Refused({ code: 'enterprise.not_found', detail: '没有找到该企业' });
  return value;
}
