import { Global, Module } from '@nestjs/common';
import { RealClock } from '@zhuqi/application';
import { SystemClock } from './clock';

/** The computer's own time, for whatever must not follow business time. */
@Global()
@Module({
  providers: [{ provide: RealClock, useClass: SystemClock }],
  exports: [RealClock],
})
export class RealTimeModule {}
