import { Module } from '@nestjs/common';
import { CreateAccount, LoadHolidays, TryRules } from '@zhuqi/application';
import { PlantDistrict } from './demo/plant-district';
import { PrepareDemo } from './demo/prepare-demo';
import { StagePorts } from './demo/stage';
import { TellStories } from './demo/tell-stories';
import { FoundRegion, PlantReference } from './reference';

/** Seeds for a program that has the ports of persistence: the reference rows, and the demo district. */
@Module({
  providers: [
    CreateAccount,
    LoadHolidays,
    TryRules,
    FoundRegion,
    PlantReference,
    PlantDistrict,
    StagePorts,
    TellStories,
    PrepareDemo,
  ],
  exports: [FoundRegion, PlantReference, PlantDistrict, TellStories, PrepareDemo],
})
export class SeedingModule {}
