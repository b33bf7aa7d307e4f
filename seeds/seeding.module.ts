import { Module } from '@nestjs/common';
import { CreateAccount } from '@zhuqi/application';
import { PlantDistrict } from './demo/plant-district';
import { StagePorts } from './demo/stage';
import { TellStories } from './demo/tell-stories';
import { PlantReference } from './reference';

/** Seeds for a program that has the ports of persistence: the reference rows, and the demo district. */
@Module({
  providers: [CreateAccount, PlantReference, PlantDistrict, StagePorts, TellStories],
  exports: [PlantReference, PlantDistrict, TellStories],
})
export class SeedingModule {}
