import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../edge';
import { DeclarationsView, declarationsView } from './declared-figures.view';

/** What every published figure counts, and how every rate is printed. */
@ApiTags('统计')
@ApiBearerAuth()
@Controller('statistics/declarations')
export class DeclarationsController {
  @Get()
  @Can('statistics.read')
  @ApiOperation({ summary: '统计口径：每个数字计什么，每个比率如何相除、保留几位、如何进位' })
  declarations(): DeclarationsView {
    return declarationsView();
  }
}
