import { Module } from '@nestjs/common';
import { AppealRanking, ChangeScheme, PublishRanking, Rankings, ShowRankings } from '@zhuqi/application';
import { RankingPublicationController } from './publication.controller';
import { RankingController } from './ranking.controller';

@Module({
  controllers: [RankingPublicationController, RankingController],
  providers: [Rankings, ShowRankings, ChangeScheme, PublishRanking, AppealRanking],
})
export class RankingModule {}
