import { Module } from '@nestjs/common';
import { DeclarationsController } from './declarations.controller';
import { ResolutionController } from './resolution.controller';

@Module({ controllers: [ResolutionController, DeclarationsController] })
export class StatisticsModule {}
