import { Module } from '@nestjs/common';
import { ManageProject } from '@zhuqi/application';
import { ProjectController } from './project.controller';

@Module({ controllers: [ProjectController], providers: [ManageProject] })
export class ProjectModule {}
