import type { OfficeRef, Programme } from '../programmes/programme.ts';

/** The answers by which a programme chooses an office, each once. They are fixed when handed in. */
export function routingAnswers(programme: Programme): readonly string[] {
  const { owner, stages, notice, delivery, internalReview } = programme;
  const references: readonly OfficeRef[] = [
    owner,
    ...stages.map((stage) => stage.office),
    ...(notice ? [notice.office] : []),
    delivery.office,
    internalReview.office,
  ];
  return [...new Set(references.flatMap((ref) => (ref.kind === 'by-answer' ? [ref.answer] : [])))];
}
