import { Module } from '@nestjs/common';
import { ReadNotice } from '@zhuqi/application';
import { NoticeController } from './notice.controller';

@Module({ controllers: [NoticeController], providers: [ReadNotice] })
export class NoticeModule {}
