export interface RowProblem {
  code: string;
  field: string | null;
  message: string;
  /** The cell as it stands in the file. */
  value: string | null;
  /** False: the row goes in without it. */
  rejected: boolean;
}
