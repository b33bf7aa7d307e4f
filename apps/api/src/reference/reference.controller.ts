import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReferenceLists } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, pageRequest, pageView } from '../edge';
import { PeopleListDto, UnitListDto } from './reference.dto';
import {
  CategoryListView,
  PeoplePageView,
  personItemView,
  RegionListView,
  unitItemView,
  UnitPageView,
} from './reference.view';

/** The codes and ids a caller fills in. */
@ApiTags('基础数据')
@ApiBearerAuth()
@Controller()
export class ReferenceController {
  constructor(private readonly lists: ReferenceLists) {}

  @Get('categories')
  @Can('reference.read')
  @ApiOperation({ summary: '诉求类别' })
  async categories(): Promise<CategoryListView> {
    return { items: [...(await this.lists.categories())], nextCursor: null };
  }

  @Get('rejection-grounds')
  @Can('reference.read')
  @ApiOperation({ summary: '不予受理的法定理由' })
  async rejectionGrounds(): Promise<CategoryListView> {
    return { items: [...(await this.lists.rejectionGrounds())], nextCursor: null };
  }

  @Get('regions')
  @Can('reference.read')
  @ApiOperation({ summary: '地区' })
  async regions(): Promise<RegionListView> {
    return { items: [...(await this.lists.regions())], nextCursor: null };
  }

  @Get('units')
  @Can('reference.read')
  @ApiOperation({ summary: '本人所在地区的单位' })
  async units(@CurrentActor() actor: PersonActor, @Query() query: UnitListDto): Promise<UnitPageView> {
    return pageView(await this.lists.units(actor, query, pageRequest(query)), unitItemView);
  }

  @Get('people')
  @Can('reference.read')
  @ApiOperation({ summary: '本人所在地区的工作人员：姓名与单位，不含电话' })
  async people(@CurrentActor() actor: PersonActor, @Query() query: PeopleListDto): Promise<PeoplePageView> {
    return pageView(await this.lists.people(actor, query, pageRequest(query)), personItemView);
  }
}
