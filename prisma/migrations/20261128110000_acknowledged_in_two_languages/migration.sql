-- AlterTable
ALTER TABLE "acknowledgement" ADD COLUMN     "what_en" VARCHAR(500) NOT NULL DEFAULT '';
