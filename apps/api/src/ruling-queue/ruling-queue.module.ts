import { Module } from '@nestjs/common';
import { RulingQueueController } from './ruling-queue.controller';

@Module({ controllers: [RulingQueueController] })
export class RulingQueueModule {}
