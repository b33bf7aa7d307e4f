import { Module } from '@nestjs/common';
import { ShowPolicies, TryOutEscalation } from '@zhuqi/application';
import { PolicyController } from './policy.controller';

@Module({ controllers: [PolicyController], providers: [ShowPolicies, TryOutEscalation] })
export class PolicyModule {}
