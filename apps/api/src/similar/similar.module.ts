import { Module } from '@nestjs/common';
import { FindSimilar, ShowTicket } from '@zhuqi/application';
import { SimilarController } from './similar.controller';

@Module({ controllers: [SimilarController], providers: [FindSimilar, ShowTicket], exports: [FindSimilar] })
export class SimilarModule {}
