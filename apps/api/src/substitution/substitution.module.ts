import { Module } from '@nestjs/common';
import { EndSubstitution, Substitute } from '@zhuqi/application';
import { SubstitutionController } from './substitution.controller';

@Module({ controllers: [SubstitutionController], providers: [Substitute, EndSubstitution] })
export class SubstitutionModule {}
