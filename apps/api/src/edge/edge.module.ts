import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccessModule } from '../access/access.module';
import { AccessGuard } from './access-guard';
import { InputPipe } from './input-pipe';
import { ProblemFilter } from './problem-filter';
import { RequestAllowance } from './request-allowance';

/** What every request passes on its way in and out. */
@Module({
  imports: [AccessModule],
  providers: [
    RequestAllowance,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class EdgeModule {}
