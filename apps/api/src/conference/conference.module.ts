import { Module } from '@nestjs/common';
import { ConferenceListController } from './conference-list.controller';

@Module({ controllers: [ConferenceListController] })
export class ConferenceModule {}
