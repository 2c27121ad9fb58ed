/* eslint-disable */
import * as types from "./graphql";

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
  "\n  fragment AccountChanged on AccountPayload {\n    position\n    userErrors {\n      ...Refusal\n      recordId\n    }\n    account {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      tags\n      status\n      ownerName\n      contactCount\n      archived\n      mayArchive\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n": typeof types.AccountChangedFragmentDoc;
  "\n  mutation AccountCreate($input: RecordInput!) {\n    accountCreate(input: $input) {\n      ...AccountChanged\n    }\n  }\n": typeof types.AccountCreateDocument;
  "\n  mutation AccountUpdate($input: RecordUpdateInput!) {\n    accountUpdate(input: $input) {\n      ...AccountChanged\n    }\n  }\n": typeof types.AccountUpdateDocument;
  "\n  mutation AccountArchive($input: RecordActionInput!) {\n    accountArchive(input: $input) {\n      ...AccountChanged\n    }\n  }\n": typeof types.AccountArchiveDocument;
  "\n  mutation AccountRestore($input: RecordActionInput!) {\n    accountRestore(input: $input) {\n      ...AccountChanged\n    }\n  }\n": typeof types.AccountRestoreDocument;
  "\n  mutation AccountUndo($input: RecordUndoInput!) {\n    accountUndo(input: $input) {\n      ...AccountChanged\n    }\n  }\n": typeof types.AccountUndoDocument;
  "\n  mutation AccountRestoreValues($input: RecordRestoreValuesInput!) {\n    accountRestoreValues(input: $input) {\n      ...AccountChanged\n    }\n  }\n": typeof types.AccountRestoreValuesDocument;
  "\n  query AccountTree($id: UUID!) {\n    accountTree(id: $id) {\n      more\n      nodes {\n        id\n        parentId\n        name\n        domain\n        archived\n        status\n        contactCount\n        depth\n      }\n    }\n  }\n": typeof types.AccountTreeDocument;
  "\n  query AccountPeople($id: UUID!) {\n    accountPeople(id: $id) {\n      total\n      withEmail\n      emailVerified\n      withPhone\n      seniorities\n      cells {\n        seniority\n        department\n        count\n      }\n    }\n  }\n": typeof types.AccountPeopleDocument;
  "\n  query AccountList($first: Int!, $after: String, $before: String, $filter: AccountFilter, $sort: RecordSort) {\n    accounts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          name\n          domain\n          industry\n          employeesSizeRange\n          staffCount\n          hqCity\n          hqCountry\n          mainPhone\n          tags\n          status\n          ownerName\n          clientRestrictionId\n          clientRestrictionName\n          contactCount\n          archived\n          mayArchive\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.AccountListDocument;
  "\n  query AccountCount($filter: AccountFilter) {\n    accounts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.AccountCountDocument;
  "\n  query AccountRecord($id: UUID!) {\n    account(id: $id) {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      status\n      ownerName\n      contactCount\n      archived\n      mergedInto\n      mayArchive\n      sourceLabel\n      importId\n      teamName\n      clientRestrictionId\n      clientRestrictionName\n      createdAt\n      updatedAt\n      version\n      fields\n      parent {\n        id\n        name\n      }\n    }\n  }\n": typeof types.AccountRecordDocument;
  "\n  mutation BulkStart($input: BulkStartInput!) {\n    bulkStart(input: $input) {\n      position\n      bulk {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.BulkStartDocument;
  "\n  mutation BulkCancel($input: BulkActionOnInput!) {\n    bulkCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.BulkCancelDocument;
  "\n  mutation BulkUndoPreview($input: BulkActionOnInput!) {\n    bulkUndoPreview(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.BulkUndoPreviewDocument;
  "\n  mutation BulkUndo($input: BulkUndoInput!) {\n    bulkUndo(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.BulkUndoDocument;
  "\n  mutation BulkUndoCancel($input: BulkActionOnInput!) {\n    bulkUndoCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.BulkUndoCancelDocument;
  "\n  fragment BulkUndoRun on BulkUndo {\n    state\n    startedAt\n    finishedAt\n    counts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    progress {\n      ...Progress\n    }\n  }\n": typeof types.BulkUndoRunFragmentDoc;
  "\n  fragment BulkFull on Bulk {\n    id\n    entity\n    state\n    action {\n      kind\n      title\n      asked\n      fields {\n        field\n        label\n      }\n    }\n    byIds\n    filter\n    expected\n    counts {\n      selected\n      changed\n      unchanged\n      refused\n      notRun\n    }\n    reasons {\n      code\n      message\n      count\n    }\n    createdAt\n    createdBy\n    mine\n    finishedAt\n    error\n    mayUndo\n    whyNotUndo\n    progress {\n      ...Progress\n    }\n    undo {\n      ...BulkUndoRun\n    }\n    undoPreview {\n      ...BulkUndoRun\n    }\n  }\n": typeof types.BulkFullFragmentDoc;
  "\n  query BulkChange($id: UUID!) {\n    bulk(id: $id) {\n      ...BulkFull\n    }\n  }\n": typeof types.BulkChangeDocument;
  "\n  query BulkList($first: Int!, $after: String) {\n    bulks(first: $first, after: $after) {\n      stale\n      edges {\n        cursor\n        node {\n          ...BulkFull\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.BulkListDocument;
  "\n  query BulkCount {\n    bulks(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.BulkCountDocument;
  "\n  query BulkPreview($selection: BulkSelectionInput!) {\n    bulkPreview(selection: $selection) {\n      matching\n      outOfReach\n      archived\n    }\n  }\n": typeof types.BulkPreviewDocument;
  "\n  query BulkRecords($id: UUID!, $outcome: BulkOutcome, $first: Int!, $after: String) {\n    bulkRecords(id: $id, outcome: $outcome, first: $first, after: $after) {\n      edges {\n        node {\n          recordId\n          name\n          outcome\n          code\n          message\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.BulkRecordsDocument;
  "\n  subscription BulkProgress($id: UUID!) {\n    bulkProgress(id: $id) {\n      ...BulkFull\n    }\n  }\n": typeof types.BulkProgressDocument;
  "\n  query BulkUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {\n    bulkUndoRows(id: $id, list: $list, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n": typeof types.BulkUndoRowsDocument;
  "\n  query BulkUndoLeft($id: UUID!, $first: Int!, $after: String) {\n    bulkUndoLeft(id: $id, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n": typeof types.BulkUndoLeftDocument;
  "\n  fragment ContactChanged on ContactPayload {\n    position\n    userErrors {\n      ...Refusal\n      recordId\n    }\n    contact {\n      id\n      fullName\n      jobTitle\n      seniorityLevel\n      department\n      email\n      emailStatus\n      directPhone\n      accountId\n      accountName\n      accountDomain\n      city\n      country\n      lifecycle\n      tags\n      ownerName\n      archived\n      mayArchive\n      erased\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n": typeof types.ContactChangedFragmentDoc;
  "\n  mutation ContactCreate($input: RecordInput!) {\n    contactCreate(input: $input) {\n      ...ContactChanged\n    }\n  }\n": typeof types.ContactCreateDocument;
  "\n  mutation ContactUpdate($input: RecordUpdateInput!) {\n    contactUpdate(input: $input) {\n      ...ContactChanged\n    }\n  }\n": typeof types.ContactUpdateDocument;
  "\n  mutation ContactArchive($input: RecordActionInput!) {\n    contactArchive(input: $input) {\n      ...ContactChanged\n    }\n  }\n": typeof types.ContactArchiveDocument;
  "\n  mutation ContactRestore($input: RecordActionInput!) {\n    contactRestore(input: $input) {\n      ...ContactChanged\n    }\n  }\n": typeof types.ContactRestoreDocument;
  "\n  mutation ContactUndo($input: RecordUndoInput!) {\n    contactUndo(input: $input) {\n      ...ContactChanged\n    }\n  }\n": typeof types.ContactUndoDocument;
  "\n  mutation ContactRestoreValues($input: RecordRestoreValuesInput!) {\n    contactRestoreValues(input: $input) {\n      ...ContactChanged\n    }\n  }\n": typeof types.ContactRestoreValuesDocument;
  "\n  mutation ContactErase($input: ContactEraseInput!) {\n    contactErase(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ContactEraseDocument;
  "\n  query ContactList($first: Int!, $after: String, $before: String, $filter: ContactFilter, $sort: RecordSort) {\n    contacts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          fullName\n          jobTitle\n          seniorityLevel\n          department\n          email\n          emailStatus\n          directPhone\n          accountId\n          accountName\n          accountDomain\n          city\n          country\n          lifecycle\n          tags\n          ownerName\n          clientRestrictionId\n          clientRestrictionName\n          archived\n          mayArchive\n          erased\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.ContactListDocument;
  "\n  query ContactCount($filter: ContactFilter) {\n    contacts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.ContactCountDocument;
  "\n  query ContactRecord($id: UUID!) {\n    contact(id: $id) {\n      id\n      fullName\n      jobTitle\n      email\n      emailStatus\n      directPhone\n      mobilePhone\n      phoneStatus\n      accountId\n      accountName\n      accountDomain\n      accountLink\n      timezone\n      ownerName\n      archived\n      mergedInto\n      mayArchive\n      erased\n      sourceLabel\n      importId\n      teamName\n      clientRestrictionId\n      clientRestrictionName\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n": typeof types.ContactRecordDocument;
  "\n  mutation CustomFieldDefine($input: CustomFieldDefineInput!) {\n    customFieldDefine(input: $input) {\n      customField {\n        entity\n        key\n        label\n      }\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.CustomFieldDefineDocument;
  "\n  mutation CustomFieldChange($input: CustomFieldChangeInput!) {\n    customFieldChange(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.CustomFieldChangeDocument;
  "\n  mutation CustomFieldArchive($entity: Entity!, $key: String!) {\n    customFieldArchive(entity: $entity, key: $key) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.CustomFieldArchiveDocument;
  "\n  mutation CustomFieldRestore($entity: Entity!, $key: String!) {\n    customFieldRestore(entity: $entity, key: $key) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.CustomFieldRestoreDocument;
  "\n  query CustomFieldList($entity: Entity!) {\n    customFields(entity: $entity, archived: true) {\n      entity\n      key\n      label\n      type\n      options {\n        value\n        label\n        retired\n      }\n      required\n      unique\n      default\n      archived\n      createdByName\n      createdAt\n    }\n  }\n": typeof types.CustomFieldListDocument;
  "\n  mutation DomainSetUpload($input: DomainSetUploadInput!) {\n    domainSetUpload(input: $input) {\n      id\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.DomainSetUploadDocument;
  "\n  mutation DomainSetUpdate($input: DomainSetUpdateInput!) {\n    domainSetUpdate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.DomainSetUpdateDocument;
  "\n  mutation DomainSetArchive($id: UUID!) {\n    domainSetArchive(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.DomainSetArchiveDocument;
  "\n  mutation DomainSetRestore($id: UUID!) {\n    domainSetRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.DomainSetRestoreDocument;
  "\n  mutation DomainSetMatch($id: UUID!, $stubs: Boolean) {\n    domainSetMatch(id: $id, stubs: $stubs) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.DomainSetMatchDocument;
  "\n  mutation DomainSetMatchCancel($id: UUID!) {\n    domainSetMatchCancel(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.DomainSetMatchCancelDocument;
  "\n  mutation DomainSetItemJudge($input: DomainSetItemJudgeInput!) {\n    domainSetItemJudge(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.DomainSetItemJudgeDocument;
  "\n  mutation DomainSetItemRetract($input: DomainSetItemRetractInput!) {\n    domainSetItemRetract(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.DomainSetItemRetractDocument;
  "\n  fragment DomainSetShown on DomainSet {\n    id\n    name\n    sharing\n    teamId\n    ownerId\n    ownerName\n    tags\n    source\n    fileName\n    stubs\n    state\n    error\n    jobId\n    items\n    repeated\n    invalid\n    matchedAt\n    archived\n    createdAt\n    updatedAt\n  }\n": typeof types.DomainSetShownFragmentDoc;
  "\n  fragment DomainSetItemShown on DomainSetItem {\n    number\n    domain\n    accountName\n    notes\n    given\n    repaired\n    resembles\n    status\n    accountId\n    account\n    accountDomain\n    accountStatus\n    via\n    confidence\n    likeness\n    judgedAt\n    contacts\n  }\n": typeof types.DomainSetItemShownFragmentDoc;
  "\n  query DomainSetList($first: Int!, $after: String, $q: String, $archived: Boolean!) {\n    domainSets(first: $first, after: $after, q: $q, archived: $archived) {\n      edges {\n        cursor\n        node {\n          ...DomainSetShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.DomainSetListDocument;
  "\n  query DomainSetCount($q: String, $archived: Boolean!) {\n    domainSets(first: 1, q: $q, archived: $archived) {\n      totalCount\n    }\n  }\n": typeof types.DomainSetCountDocument;
  "\n  query DomainSetOne($id: UUID!) {\n    domainSet(id: $id) {\n      ...DomainSetShown\n    }\n  }\n": typeof types.DomainSetOneDocument;
  "\n  query DomainSetFigures($id: UUID!) {\n    domainSet(id: $id) {\n      contactCount\n      usedBy {\n        id\n        name\n        entity\n      }\n      report {\n        items\n        exact\n        confirmed\n        fuzzy\n        unknown\n        pending\n        matchRate\n        accounts\n        stubs\n        lookalikes\n      }\n    }\n  }\n": typeof types.DomainSetFiguresDocument;
  "\n  query DomainSetWays($id: UUID!) {\n    domain: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: DOMAIN }) {\n      totalCount\n    }\n    alternate: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: ALTERNATE }) {\n      totalCount\n    }\n    fuzzy: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: FUZZY }) {\n      totalCount\n    }\n    manual: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: MANUAL }) {\n      totalCount\n    }\n  }\n": typeof types.DomainSetWaysDocument;
  "\n  query DomainSetItemList($id: UUID!, $first: Int!, $after: String, $filter: DomainSetItemFilter) {\n    domainSetItems(id: $id, first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...DomainSetItemShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.DomainSetItemListDocument;
  "\n  query DomainSetItemCount($id: UUID!, $filter: DomainSetItemFilter) {\n    domainSetItems(id: $id, first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.DomainSetItemCountDocument;
  "\n  query DomainSetLineList($id: UUID!, $first: Int!, $after: String) {\n    domainSetInvalidLines(id: $id, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          number\n          code\n          reason\n          given\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.DomainSetLineListDocument;
  "\n  query DomainSetLineCount($id: UUID!) {\n    domainSetInvalidLines(id: $id, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.DomainSetLineCountDocument;
  "\n  query DomainSetContactList($id: UUID!, $first: Int!, $after: String, $filter: DomainSetContactFilter) {\n    domainSetContacts(id: $id, first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          fullName\n          jobTitle\n          seniority\n          department\n          email\n          accountId\n          accountName\n          matchedVia\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.DomainSetContactListDocument;
  "\n  query DomainSetContactCount($id: UUID!, $filter: DomainSetContactFilter) {\n    domainSetContacts(id: $id, first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.DomainSetContactCountDocument;
  "\n  query DomainSetJob($id: UUID!) {\n    job(id: $id) {\n      state\n      error\n      progress {\n        ...Progress\n      }\n    }\n  }\n": typeof types.DomainSetJobDocument;
  "\n  mutation DuplicatesFind($input: DuplicatesFindInput!) {\n    duplicatesFind(input: $input) {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.DuplicatesFindDocument;
  "\n  mutation DuplicatesJudge($input: DuplicatesJudgeInput!) {\n    duplicatesJudge(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.DuplicatesJudgeDocument;
  "\n  mutation DuplicatesMerge($input: DuplicatesMergeInput!) {\n    duplicatesMerge(input: $input) {\n      position\n      bulk {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.DuplicatesMergeDocument;
  "\n  query DuplicateQueue($entity: Entity!, $filter: DuplicateFilter, $first: Int!, $after: String) {\n    duplicates(entity: $entity, filter: $filter, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          a\n          b\n          score\n          class\n          reasons\n          dismissedAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.DuplicateQueueDocument;
  "\n  query DuplicateStanding($entity: Entity!) {\n    duplicateStanding(entity: $entity) {\n      exact\n      duplicate\n      review\n      dismissed\n      lookedAt\n      lookedRecords\n      jobId\n    }\n  }\n": typeof types.DuplicateStandingDocument;
  "\n  mutation EmailVerificationStart($input: EmailVerificationStartInput!) {\n    emailVerificationStart(input: $input) {\n      position\n      id\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailVerificationStartDocument;
  "\n  mutation EmailVerificationCancel($input: EmailVerificationCancelInput!) {\n    emailVerificationCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailVerificationCancelDocument;
  "\n  fragment EmailVerificationFull on EmailVerification {\n    id\n    state\n    byIds\n    expected\n    importId\n    again\n    mailboxes\n    counts {\n      valid\n      risky\n      invalid\n      disposable\n      catchAll\n      unknown\n      noEmail\n      refused\n      notRun\n      known\n      changed\n      done\n    }\n    reasons {\n      code\n      message\n      count\n    }\n    createdAt\n    createdBy\n    finishedAt\n    error\n    progress {\n      ...Progress\n    }\n  }\n": typeof types.EmailVerificationFullFragmentDoc;
  "\n  query EmailVerificationOne($id: UUID!) {\n    emailVerification(id: $id) {\n      ...EmailVerificationFull\n    }\n  }\n": typeof types.EmailVerificationOneDocument;
  "\n  query EmailVerificationList($first: Int!, $after: String, $importId: UUID) {\n    emailVerifications(first: $first, after: $after, importId: $importId) {\n      stale\n      edges {\n        cursor\n        node {\n          ...EmailVerificationFull\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.EmailVerificationListDocument;
  "\n  query EmailVerificationCount {\n    emailVerifications(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.EmailVerificationCountDocument;
  "\n  query EmailVerificationContacts($id: UUID!, $outcome: EmailVerificationOutcome, $first: Int!, $after: String) {\n    emailVerificationContacts(id: $id, outcome: $outcome, first: $first, after: $after) {\n      edges {\n        node {\n          contactId\n          name\n          email\n          outcome\n          reason\n          message\n          changed\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.EmailVerificationContactsDocument;
  "\n  query EmailVerificationSettings {\n    emailVerificationSettings {\n      mailboxes\n      perMinute\n      hostBudget\n    }\n  }\n": typeof types.EmailVerificationSettingsDocument;
  "\n  subscription EmailVerificationProgress($id: UUID!) {\n    emailVerificationProgress(id: $id) {\n      ...EmailVerificationFull\n    }\n  }\n": typeof types.EmailVerificationProgressDocument;
  "\n  mutation IndustrySuggest($input: IndustrySuggestInput!) {\n    industrySuggest(input: $input) {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.IndustrySuggestDocument;
  "\n  mutation IndustrySuggestionAccept($id: UUID!) {\n    industrySuggestionAccept(accountId: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.IndustrySuggestionAcceptDocument;
  "\n  mutation IndustrySuggestionReject($input: IndustryRejectInput!) {\n    industrySuggestionReject(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.IndustrySuggestionRejectDocument;
  "\n  mutation IndustrySuggestionReopen($id: UUID!) {\n    industrySuggestionReopen(accountId: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.IndustrySuggestionReopenDocument;
  "\n  mutation IndustrySuggestionsAcceptAll($input: IndustryAcceptAllInput!) {\n    industrySuggestionsAcceptAll(input: $input) {\n      bulkId\n      accounts\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.IndustrySuggestionsAcceptAllDocument;
  "\n  mutation IndustrySuggestionsRejectAll($input: IndustryRejectAllInput!) {\n    industrySuggestionsRejectAll(input: $input) {\n      bulkId\n      accounts\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.IndustrySuggestionsRejectAllDocument;
  "\n  fragment IndustrySuggestionShown on IndustrySuggestion {\n    accountId\n    accountName\n    accountDomain\n    description\n    currentIndustry\n    decision\n    industry\n    naics {\n      code\n      title\n    }\n    sic {\n      code\n      title\n    }\n    confidence\n    suggestedBy\n    because {\n      place\n      words\n    }\n    suggestedAt\n    decidedAt\n    decidedByName\n    reason\n    reverted\n  }\n": typeof types.IndustrySuggestionShownFragmentDoc;
  "\n  query IndustrySuggestionList($first: Int!, $after: String, $filter: IndustrySuggestionFilter) {\n    industrySuggestions(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...IndustrySuggestionShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.IndustrySuggestionListDocument;
  "\n  query IndustrySuggestionCount($filter: IndustrySuggestionFilter) {\n    industrySuggestions(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.IndustrySuggestionCountDocument;
  "\n  query IndustrySuggestionCounts {\n    industrySuggestionCounts {\n      pending\n      sure\n      accepted\n      rejected\n      hasModel\n    }\n  }\n": typeof types.IndustrySuggestionCountsDocument;
  "\n  query IndustrySuggestionOf($id: UUID!) {\n    industrySuggestion(accountId: $id) {\n      ...IndustrySuggestionShown\n    }\n  }\n": typeof types.IndustrySuggestionOfDocument;
  "\n  query IndustrySuggestJob($id: UUID!) {\n    job(id: $id) {\n      state\n      error\n      progress {\n        done\n        total\n        phase\n      }\n    }\n  }\n": typeof types.IndustrySuggestJobDocument;
  "\n  mutation ExportStart($input: ExportStartInput!) {\n    exportStart(input: $input) {\n      position\n      export {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ExportStartDocument;
  "\n  mutation ExportCancel($input: ExportActionInput!) {\n    exportCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ExportCancelDocument;
  "\n  mutation ExportLink($input: ExportActionInput!) {\n    exportLink(input: $input) {\n      url\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ExportLinkDocument;
  "\n  query ExportList($first: Int!, $after: String) {\n    exports(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          entity\n          format\n          state\n          columns\n          filter\n          createdAt\n          createdBy\n          mine\n          finishedAt\n          error\n          rows\n          asOf\n          fileSize\n          cutCells\n          restricted\n          leftOut\n          expiresAt\n          progress {\n            ...Progress\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.ExportListDocument;
  "\n  query ExportCount {\n    exports(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.ExportCountDocument;
  "\n  mutation ImportFixRows($input: ImportFixRowsInput!) {\n    importFixRows(input: $input) {\n      position\n      import {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ImportFixRowsDocument;
  "\n  mutation ImportAgain($input: ImportActionInput!) {\n    importAgain(input: $input) {\n      position\n      import {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ImportAgainDocument;
  "\n  query ImportRejectedRows($id: UUID!, $first: Int!, $after: String) {\n    importRejectedRows(id: $id, first: $first, after: $after) {\n      rows {\n        row\n        cells\n        reasons {\n          code\n          field\n          message\n        }\n        fix {\n          importId\n          outcome\n        }\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n": typeof types.ImportRejectedRowsDocument;
  "\n  mutation ImportMap($input: ImportMapInput!) {\n    importMap(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ImportMapDocument;
  "\n  mutation ImportChooseSheet($input: ImportChooseSheetInput!) {\n    importChooseSheet(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ImportChooseSheetDocument;
  "\n  mutation ImportPreview($input: ImportActionInput!) {\n    importPreview(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ImportPreviewDocument;
  "\n  mutation ImportStart($input: ImportActionInput!, $verifyEmails: Boolean!) {\n    importStart(input: $input, verifyEmails: $verifyEmails) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ImportStartDocument;
  "\n  mutation ImportCancel($input: ImportActionInput!) {\n    importCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ImportCancelDocument;
  "\n  query ImportPreviewRows($id: UUID!, $list: ImportPreviewList!, $first: Int!, $after: String) {\n    importPreviewRows(id: $id, list: $list, first: $first, after: $after) {\n      rows {\n        row\n        entity\n        recordId\n        intoRow\n        name\n        changes {\n          field\n          label\n          old\n          new\n          kept\n          rule\n        }\n        reasons {\n          code\n          field\n          message\n          rejected\n        }\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n": typeof types.ImportPreviewRowsDocument;
  "\n  query ImportList($first: Int!, $after: String) {\n    imports(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          fileName\n          fileSize\n          state\n          createdAt\n          createdBy\n          startedAt\n          finishedAt\n          position\n          rowCount\n          error\n          outcomes {\n            read\n            created\n            updated\n            unchanged\n            mergedInFile\n            matchesArchived\n            rejected\n            notRun\n            warnings\n          }\n          progress {\n            ...Progress\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.ImportListDocument;
  "\n  query ImportCount {\n    imports(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.ImportCountDocument;
  "\n  fragment ImportUndoRun on ImportUndo {\n    state\n    startedAt\n    finishedAt\n    contacts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    accounts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    progress {\n      ...Progress\n    }\n  }\n": typeof types.ImportUndoRunFragmentDoc;
  "\n  fragment ImportFull on Import {\n    id\n    name\n    fileName\n    fileSize\n    fileHash\n    state\n    createdAt\n    createdBy\n    encoding\n    delimiter\n    headerRow\n    rowCount\n    defaultCountry\n    kind\n    suppliedById\n    suppliedByName\n    sheet\n    sheets {\n      name\n      rows\n    }\n    parentId\n    fixedRows\n    usedBefore {\n      importId\n      name\n      at\n      kind\n      defaultCountry\n    }\n    undo {\n      ...ImportUndoRun\n    }\n    undoPreview {\n      ...ImportUndoRun\n    }\n    preview {\n      state\n      startedAt\n      finishedAt\n      expiresAt\n      error\n      accountsCreated\n      accountsUpdated\n      outcomes {\n        read\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n        rejected\n        notRun\n        warnings\n      }\n      progress {\n        ...Progress\n      }\n    }\n    accountsCreated\n    accountsUpdated\n    startedAt\n    finishedAt\n    position\n    error\n    rejectFileUrl\n    filesRemovedAt\n    columns {\n      index\n      header\n      samples\n      suggestedField\n      suggestedEntity\n      suggestedRule\n      usedBefore\n      guess {\n        field\n        entity\n        confidence\n      }\n      confidence\n    }\n    mapping {\n      column\n      entity\n      field\n      rule\n    }\n    outcomes {\n      read\n      created\n      updated\n      unchanged\n      mergedInFile\n      matchesArchived\n      rejected\n      notRun\n      warnings\n    }\n    problems {\n      code\n      message\n      example\n      rows\n      rejected\n    }\n    progress {\n      ...Progress\n    }\n  }\n": typeof types.ImportFullFragmentDoc;
  "\n  query ImportRecord($id: UUID!) {\n    import(id: $id) {\n      ...ImportFull\n    }\n  }\n": typeof types.ImportRecordDocument;
  "\n  query ImportContacts($id: UUID!) {\n    import(id: $id) {\n      contacts {\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n      }\n    }\n  }\n": typeof types.ImportContactsDocument;
  "\n  query ImportName($id: UUID!) {\n    import(id: $id) {\n      name\n    }\n  }\n": typeof types.ImportNameDocument;
  "\n  query ImportUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {\n    importUndoRows(id: $id, list: $list, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n": typeof types.ImportUndoRowsDocument;
  "\n  query ImportUndoLeft($id: UUID!, $first: Int!, $after: String) {\n    importUndoLeft(id: $id, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n": typeof types.ImportUndoLeftDocument;
  "\n  mutation ImportUndoPreview($input: ImportActionInput!) {\n    importUndoPreview(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ImportUndoPreviewDocument;
  "\n  mutation ImportUndo($input: ImportUndoInput!) {\n    importUndo(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ImportUndoDocument;
  "\n  mutation ImportUndoCancel($input: ImportActionInput!) {\n    importUndoCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ImportUndoCancelDocument;
  "\n  subscription ImportProgress($id: UUID!) {\n    importProgress(id: $id) {\n      id\n      state\n      startedAt\n      finishedAt\n      position\n      error\n      outcomes {\n        read\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n        rejected\n        notRun\n        warnings\n      }\n      progress {\n        ...Progress\n      }\n    }\n  }\n": typeof types.ImportProgressDocument;
  "\n  fragment ListWritten on ListPayload {\n    position\n    list {\n      ...ListParts\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n": typeof types.ListWrittenFragmentDoc;
  "\n  fragment ListChangeMade on ListChangePayload {\n    position\n    list {\n      ...ListParts\n    }\n    change {\n      id\n      asked\n      changed\n      unchanged\n      refused {\n        entry\n        code\n        message\n      }\n      refusedCount\n      bulkId\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n": typeof types.ListChangeMadeFragmentDoc;
  "\n  mutation ListCreate($input: ListCreateInput!) {\n    listCreate(input: $input) {\n      ...ListChangeMade\n    }\n  }\n": typeof types.ListCreateDocument;
  "\n  mutation ListUpdate($input: ListUpdateInput!) {\n    listUpdate(input: $input) {\n      ...ListWritten\n    }\n  }\n": typeof types.ListUpdateDocument;
  "\n  mutation ListArchive($id: UUID!) {\n    listArchive(id: $id) {\n      ...ListWritten\n    }\n  }\n": typeof types.ListArchiveDocument;
  "\n  mutation ListRestore($id: UUID!) {\n    listRestore(id: $id) {\n      ...ListWritten\n    }\n  }\n": typeof types.ListRestoreDocument;
  "\n  mutation ListAdd($input: ListChangeInput!) {\n    listAdd(input: $input) {\n      ...ListChangeMade\n    }\n  }\n": typeof types.ListAddDocument;
  "\n  mutation ListRemove($input: ListChangeInput!) {\n    listRemove(input: $input) {\n      ...ListChangeMade\n    }\n  }\n": typeof types.ListRemoveDocument;
  "\n  mutation ListUndo($input: ListUndoInput!) {\n    listUndo(input: $input) {\n      ...ListWritten\n    }\n  }\n": typeof types.ListUndoDocument;
  "\n  mutation ListCombine($input: ListCombineInput!) {\n    listCombine(input: $input) {\n      ...ListChangeMade\n    }\n  }\n": typeof types.ListCombineDocument;
  "\n  mutation ListSnapshot($input: ListSnapshotInput!) {\n    listSnapshot(input: $input) {\n      ...ListChangeMade\n    }\n  }\n": typeof types.ListSnapshotDocument;
  "\n  mutation SegmentConvertToList($input: SegmentConvertToListInput!) {\n    segmentConvertToList(input: $input) {\n      ...ListChangeMade\n    }\n  }\n": typeof types.SegmentConvertToListDocument;
  "\n  mutation DomainSetConvertToList($input: DomainSetConvertToListInput!) {\n    domainSetConvertToList(input: $input) {\n      ...ListChangeMade\n    }\n  }\n": typeof types.DomainSetConvertToListDocument;
  "\n  fragment ListParts on List {\n    id\n    entity\n    name\n    tags\n    visibility\n    teamId\n    ownerId\n    ownerName\n    source\n    reference\n    fill\n    snapshotAt\n    members\n    membersChangedAt\n    archived\n    createdAt\n    updatedAt\n    mayEdit\n    mayShare\n  }\n": typeof types.ListPartsFragmentDoc;
  "\n  query Lists($first: Int!, $after: String, $before: String, $filter: ListsFilter, $sort: RecordSort) {\n    lists(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          ...ListParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.ListsDocument;
  "\n  query ListCount($filter: ListsFilter) {\n    lists(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.ListCountDocument;
  "\n  query ListTags($filter: ListsFilter) {\n    lists(first: 100, filter: $filter) {\n      edges {\n        node {\n          tags\n        }\n      }\n    }\n  }\n": typeof types.ListTagsDocument;
  "\n  query ListOne($id: UUID!) {\n    list(id: $id) {\n      ...ListParts\n    }\n  }\n": typeof types.ListOneDocument;
  "\n  query ListUses($id: UUID!) {\n    list(id: $id) {\n      usedBy {\n        kind\n        id\n        name\n      }\n    }\n  }\n": typeof types.ListUsesDocument;
  "\n  mutation PhoneLookupStart($input: PhoneLookupStartInput!) {\n    phoneLookupStart(input: $input) {\n      position\n      id\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.PhoneLookupStartDocument;
  "\n  mutation PhoneLookupCancel($input: PhoneLookupCancelInput!) {\n    phoneLookupCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.PhoneLookupCancelDocument;
  "\n  fragment PhoneLookupFull on PhoneLookup {\n    id\n    state\n    byIds\n    expected\n    importId\n    again\n    which\n    provider\n    counts {\n      mobile\n      fixedLine\n      notFound\n      voip\n      other\n      notValid\n      noPhone\n      refused\n      notRun\n      known\n      changed\n      done\n    }\n    lines {\n      code\n      label\n      count\n    }\n    createdAt\n    createdBy\n    finishedAt\n    error\n    progress {\n      ...Progress\n    }\n  }\n": typeof types.PhoneLookupFullFragmentDoc;
  "\n  query PhoneLookupOne($id: UUID!) {\n    phoneLookup(id: $id) {\n      ...PhoneLookupFull\n    }\n  }\n": typeof types.PhoneLookupOneDocument;
  "\n  query PhoneLookupList($first: Int!, $after: String, $importId: UUID) {\n    phoneLookups(first: $first, after: $after, importId: $importId) {\n      stale\n      edges {\n        cursor\n        node {\n          ...PhoneLookupFull\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.PhoneLookupListDocument;
  "\n  query PhoneLookupCount {\n    phoneLookups(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.PhoneLookupCountDocument;
  "\n  query PhoneLookupContacts($id: UUID!, $outcome: PhoneLookupOutcome, $first: Int!, $after: String) {\n    phoneLookupContacts(id: $id, outcome: $outcome, first: $first, after: $after) {\n      edges {\n        node {\n          contactId\n          accountId\n          name\n          phone\n          carrier\n          outcome\n          line\n          lineLabel\n          changed\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PhoneLookupContactsDocument;
  "\n  query PhoneLookupSettings {\n    phoneLookupSettings {\n      provider\n      perMinute\n      keptDays\n    }\n  }\n": typeof types.PhoneLookupSettingsDocument;
  "\n  subscription PhoneLookupProgress($id: UUID!) {\n    phoneLookupProgress(id: $id) {\n      ...PhoneLookupFull\n    }\n  }\n": typeof types.PhoneLookupProgressDocument;
  "\n  fragment SavedViewChanged on SavedViewPayload {\n    position\n    savedView {\n      ...SavedViewParts\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n": typeof types.SavedViewChangedFragmentDoc;
  "\n  mutation SavedViewCreate($input: SavedViewCreateInput!) {\n    savedViewCreate(input: $input) {\n      ...SavedViewChanged\n    }\n  }\n": typeof types.SavedViewCreateDocument;
  "\n  mutation SavedViewChange($input: SavedViewChangeInput!) {\n    savedViewChange(input: $input) {\n      ...SavedViewChanged\n    }\n  }\n": typeof types.SavedViewChangeDocument;
  "\n  mutation SavedViewDelete($id: UUID!) {\n    savedViewDelete(id: $id) {\n      ...SavedViewChanged\n    }\n  }\n": typeof types.SavedViewDeleteDocument;
  "\n  mutation SavedViewRestore($id: UUID!) {\n    savedViewRestore(id: $id) {\n      ...SavedViewChanged\n    }\n  }\n": typeof types.SavedViewRestoreDocument;
  "\n  fragment SavedViewParts on SavedView {\n    id\n    entity\n    name\n    sharing\n    teamId\n    ownerId\n    ownerName\n    isPreset\n    mayChange\n    deleted\n    content\n  }\n": typeof types.SavedViewPartsFragmentDoc;
  "\n  query SavedViews($entity: Entity!) {\n    savedViews(entity: $entity) {\n      ...SavedViewParts\n    }\n  }\n": typeof types.SavedViewsDocument;
  "\n  query SavedView($id: UUID!) {\n    savedView(id: $id) {\n      ...SavedViewParts\n    }\n  }\n": typeof types.SavedViewDocument;
  "\n  fragment SegmentChanged on SegmentPayload {\n    position\n    id\n    userErrors {\n      ...Refusal\n    }\n  }\n": typeof types.SegmentChangedFragmentDoc;
  "\n  mutation SegmentCreate($input: SegmentCreateInput!) {\n    segmentCreate(input: $input) {\n      ...SegmentChanged\n    }\n  }\n": typeof types.SegmentCreateDocument;
  "\n  mutation SegmentUpdate($input: SegmentUpdateInput!) {\n    segmentUpdate(input: $input) {\n      ...SegmentChanged\n    }\n  }\n": typeof types.SegmentUpdateDocument;
  "\n  mutation SegmentDefine($id: UUID!, $filter: JSON!) {\n    segmentDefine(id: $id, filter: $filter) {\n      ...SegmentChanged\n    }\n  }\n": typeof types.SegmentDefineDocument;
  "\n  mutation SegmentSwitch($id: UUID!, $active: Boolean!) {\n    segmentSwitch(id: $id, active: $active) {\n      ...SegmentChanged\n    }\n  }\n": typeof types.SegmentSwitchDocument;
  "\n  mutation SegmentRefresh($id: UUID!) {\n    segmentRefresh(id: $id) {\n      ...SegmentChanged\n    }\n  }\n": typeof types.SegmentRefreshDocument;
  "\n  mutation SegmentArchive($id: UUID!) {\n    segmentArchive(id: $id) {\n      ...SegmentChanged\n    }\n  }\n": typeof types.SegmentArchiveDocument;
  "\n  mutation SegmentRestore($id: UUID!) {\n    segmentRestore(id: $id) {\n      ...SegmentChanged\n    }\n  }\n": typeof types.SegmentRestoreDocument;
  "\n  fragment SegmentParts on Segment {\n    id\n    entity\n    name\n    description\n    tags\n    sharing\n    teamId\n    ownerId\n    ownerName\n    filter\n    active\n    archived\n    members\n    changedAt\n    refreshedAt\n    settled\n    behindSince\n    createdAt\n    updatedAt\n    mayEdit\n    mayShare\n  }\n": typeof types.SegmentPartsFragmentDoc;
  "\n  query SegmentList($first: Int!, $after: String, $filter: SegmentFilterInput) {\n    segments(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...SegmentParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.SegmentListDocument;
  "\n  query SegmentCount($filter: SegmentFilterInput) {\n    segments(first: 0, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.SegmentCountDocument;
  "\n  query Segment($id: UUID!) {\n    segment(id: $id) {\n      ...SegmentParts\n      usedBy {\n        id\n        name\n      }\n    }\n  }\n": typeof types.SegmentDocument;
  "\n  query SegmentPreview($entity: Entity!, $filter: JSON!, $sample: Int!) {\n    segmentPreview(entity: $entity, filter: $filter, sample: $sample) {\n      count\n      contacts {\n        id\n        fullName\n        email\n        erased\n        jobTitle\n        accountName\n        country\n      }\n      accounts {\n        id\n        name\n        domain\n        industry\n        hqCountry\n      }\n    }\n  }\n": typeof types.SegmentPreviewDocument;
  "\n  query SegmentBreakdown($entity: Entity!, $filter: JSON!) {\n    segmentBreakdown(entity: $entity, filter: $filter) {\n      count\n      charts {\n        field\n        groups {\n          value\n          count\n        }\n        otherValues\n        others\n        none\n      }\n    }\n  }\n": typeof types.SegmentBreakdownDocument;
  "\n  query SegmentReach($filter: JSON!) {\n    segmentReach(filter: $filter) {\n      count\n      channels {\n        channel\n        reachable\n        reachableFilter\n        excluded {\n          reason\n          count\n          filter\n        }\n      }\n    }\n  }\n": typeof types.SegmentReachDocument;
  "\n  fragment SegmentMemberParts on SegmentMember {\n    recordId\n    enteredAt\n    leftAt\n    contact {\n      fullName\n      email\n      erased\n      jobTitle\n      accountName\n    }\n    account {\n      name\n      domain\n      industry\n      hqCountry\n    }\n  }\n": typeof types.SegmentMemberPartsFragmentDoc;
  "\n  query SegmentMembers($id: UUID!, $at: DateTime, $first: Int!, $after: String) {\n    segmentMembers(id: $id, at: $at, first: $first, after: $after) {\n      edges {\n        node {\n          ...SegmentMemberParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.SegmentMembersDocument;
  "\n  query SegmentMemberCount($id: UUID!, $at: DateTime) {\n    segmentMembers(id: $id, at: $at, first: 0) {\n      totalCount\n    }\n  }\n": typeof types.SegmentMemberCountDocument;
  "\n  query SegmentMoved($id: UUID!, $moved: SegmentMove!, $since: DateTime!, $first: Int!, $after: String) {\n    segmentMoved(id: $id, moved: $moved, since: $since, first: $first, after: $after) {\n      edges {\n        node {\n          ...SegmentMemberParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.SegmentMovedDocument;
  "\n  query SegmentMoves($id: UUID!, $since: DateTime!) {\n    segmentMoves(id: $id, since: $since) {\n      entered\n      left\n    }\n  }\n": typeof types.SegmentMovesDocument;
  "\n  query SegmentDays($id: UUID!, $from: NaiveDate!, $to: NaiveDate!) {\n    segmentDays(id: $id, from: $from, to: $to) {\n      day\n      members\n      entered\n      left\n    }\n  }\n": typeof types.SegmentDaysDocument;
  "\n  query SegmentWhy($id: UUID!, $recordId: UUID!) {\n    segmentWhy(id: $id, recordId: $recordId) {\n      member\n      fulfils\n      conditions {\n        sentence\n        holds\n      }\n      stays {\n        enteredAt\n        enteredBecause {\n          ...SegmentReasonParts\n        }\n        leftAt\n        leftBecause {\n          ...SegmentReasonParts\n        }\n      }\n    }\n  }\n\n  fragment SegmentReasonParts on SegmentReason {\n    cause\n    conditions {\n      sentence\n      holds\n    }\n  }\n": typeof types.SegmentWhyDocument;
  "\n  fragment SurvivorshipShown on Survivorship {\n    entity\n    isDefault\n    changedAt\n    everywhere\n    sources {\n      source\n      label\n    }\n    fields {\n      field\n      label\n      order\n    }\n    preview {\n      id\n      everywhere\n      fields {\n        field\n        label\n        order\n      }\n      startedAt\n      running\n      progress {\n        ...Progress\n      }\n      records\n      changed\n      counts {\n        field\n        label\n        count\n      }\n      expiresAt\n      appliedBy\n    }\n  }\n": typeof types.SurvivorshipShownFragmentDoc;
  "\n  query SurvivorshipRules($entity: Entity!) {\n    survivorship(entity: $entity) {\n      ...SurvivorshipShown\n    }\n  }\n": typeof types.SurvivorshipRulesDocument;
  "\n  query SurvivorshipPreviewRows($entity: Entity!, $first: Int!, $after: String) {\n    survivorshipPreviewRows(entity: $entity, first: $first, after: $after) {\n      rows {\n        recordId\n        name\n        fields {\n          field\n          label\n          now\n          nowSource\n          nowAt\n          then\n          thenSource\n          thenAt\n        }\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n": typeof types.SurvivorshipPreviewRowsDocument;
  "\n  mutation SurvivorshipChange($input: SurvivorshipInput!, $expected: SurvivorshipInput) {\n    survivorshipChange(input: $input, expected: $expected) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SurvivorshipChangeDocument;
  "\n  mutation SurvivorshipPreview($input: SurvivorshipInput!) {\n    survivorshipPreview(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SurvivorshipPreviewDocument;
  "\n  mutation SurvivorshipCancelPreview($entity: Entity!) {\n    survivorshipCancelPreview(entity: $entity) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SurvivorshipCancelPreviewDocument;
  "\n  mutation SurvivorshipApply($entity: Entity!, $preview: UUID!) {\n    survivorshipApply(entity: $entity, preview: $preview) {\n      bulkId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SurvivorshipApplyDocument;
  "\n  query CampaignAudienceHealth(\n    $id: UUID\n    $include: [AudienceSourceInput!]\n    $exclude: [AudienceSourceInput!]\n    $clientId: UUID\n  ) {\n    campaignAudienceHealth(id: $id, include: $include, exclude: $exclude, channel: EMAIL, clientId: $clientId) {\n      total\n      reachable\n      excluded {\n        reason\n        label\n        count\n      }\n      domains {\n        domain\n        count\n      }\n      zonesUnknown\n      asOf\n    }\n  }\n": typeof types.CampaignAudienceHealthDocument;
  "\n  query CampaignSourceCount($include: [AudienceSourceInput!]) {\n    campaignAudienceHealth(include: $include, channel: EMAIL) {\n      total\n    }\n  }\n": typeof types.CampaignSourceCountDocument;
  "\n  query CampaignPreflight($id: UUID!) {\n    campaignPreflight(id: $id) {\n      code\n      level\n      message\n      step\n      detail\n    }\n  }\n": typeof types.CampaignPreflightDocument;
  "\n  query CampaignEstimate($id: UUID!, $reachable: Int) {\n    campaignEstimate(id: $id, reachable: $reachable) {\n      startsAt\n      endsAbout\n      words\n    }\n  }\n": typeof types.CampaignEstimateDocument;
  "\n  query CampaignLinks($id: UUID!) {\n    campaignLinks(id: $id) {\n      n\n      name\n      url\n      variant\n    }\n  }\n": typeof types.CampaignLinksDocument;
  "\n  query CampaignContentPreview($id: UUID!, $variant: String!, $contactId: UUID) {\n    campaignContentPreview(id: $id, variant: $variant, contactId: $contactId) {\n      subject\n      preheader\n      html\n      text\n      bytes\n      emptyTags\n      problems {\n        severity\n        code\n        part\n        line\n        message\n      }\n    }\n  }\n": typeof types.CampaignContentPreviewDocument;
  "\n  fragment CampaignWritten on CampaignPayload {\n    position\n    campaign {\n      id\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n": typeof types.CampaignWrittenFragmentDoc;
  "\n  mutation CampaignCreate($input: CampaignCreateInput!) {\n    campaignCreate(input: $input) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignCreateDocument;
  "\n  mutation CampaignCopy($id: UUID!, $idempotencyKey: String) {\n    campaignCopy(id: $id, idempotencyKey: $idempotencyKey) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignCopyDocument;
  "\n  mutation CampaignUpdate($input: CampaignUpdateInput!) {\n    campaignUpdate(input: $input) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignUpdateDocument;
  "\n  mutation CampaignAudienceDefine($id: UUID!, $include: [AudienceSourceInput!]!, $exclude: [AudienceSourceInput!]) {\n    campaignAudienceDefine(id: $id, include: $include, exclude: $exclude) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignAudienceDefineDocument;
  "\n  mutation CampaignContentDefine($id: UUID!, $input: EmailContentInput!) {\n    campaignContentDefine(id: $id, input: $input) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignContentDefineDocument;
  "\n  mutation CampaignScheduleDefine($id: UUID!, $input: CampaignScheduleInput!) {\n    campaignScheduleDefine(id: $id, input: $input) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignScheduleDefineDocument;
  "\n  mutation CampaignConfirm($id: UUID!, $codes: [CampaignConfirmationCode!]!) {\n    campaignConfirm(id: $id, codes: $codes) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignConfirmDocument;
  "\n  mutation CampaignSeedTest($id: UUID!, $to: [UUID!]!, $contactId: UUID) {\n    campaignSeedTest(id: $id, to: $to, contactId: $contactId) {\n      position\n      sentTo\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.CampaignSeedTestDocument;
  "\n  mutation CampaignLaunch($id: UUID!, $idempotencyKey: String) {\n    campaignLaunch(id: $id, idempotencyKey: $idempotencyKey) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignLaunchDocument;
  "\n  mutation CampaignSchedule($id: UUID!) {\n    campaignSchedule(id: $id) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignScheduleDocument;
  "\n  mutation CampaignUnschedule($id: UUID!) {\n    campaignUnschedule(id: $id) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignUnscheduleDocument;
  "\n  mutation CampaignPause($id: UUID!, $reason: String) {\n    campaignPause(id: $id, reason: $reason) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignPauseDocument;
  "\n  mutation CampaignResume($id: UUID!, $reason: String, $acceptedAfterRestore: Boolean!) {\n    campaignResume(id: $id, reason: $reason, acceptedAfterRestore: $acceptedAfterRestore) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignResumeDocument;
  "\n  mutation CampaignStop($id: UUID!, $reason: String) {\n    campaignStop(id: $id, reason: $reason) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignStopDocument;
  "\n  mutation CampaignTakeRetry($id: UUID!) {\n    campaignTakeRetry(id: $id) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignTakeRetryDocument;
  "\n  mutation CampaignTopUp($id: UUID!) {\n    campaignTopUp(id: $id) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignTopUpDocument;
  "\n  mutation CampaignPaceChange($id: UUID!, $perSecond: Int, $windows: CampaignWindowsInput) {\n    campaignPaceChange(id: $id, perSecond: $perSecond, windows: $windows) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignPaceChangeDocument;
  "\n  mutation CampaignWinnerChoose($id: UUID!, $variant: String!) {\n    campaignWinnerChoose(id: $id, variant: $variant) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignWinnerChooseDocument;
  "\n  mutation CampaignArchive($id: UUID!) {\n    campaignArchive(id: $id) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignArchiveDocument;
  "\n  mutation CampaignRestore($id: UUID!) {\n    campaignRestore(id: $id) {\n      ...CampaignWritten\n    }\n  }\n": typeof types.CampaignRestoreDocument;
  "\n  fragment CampaignRow on Campaign {\n    id\n    channel\n    name\n    state\n    archived\n    tags\n    ownerName\n    clientName\n    brandName\n    audienceCount\n    startAt\n    launchedAt\n    endedAt\n    createdAt\n    updatedAt\n    pausedBecause {\n      reason\n      words\n      at\n    }\n  }\n": typeof types.CampaignRowFragmentDoc;
  "\n  fragment AudienceSourceParts on AudienceSource {\n    kind\n    id\n    entity\n    name\n    filter\n    fuzzy\n    timeZone\n    who\n    sentence\n    gone\n  }\n": typeof types.AudienceSourcePartsFragmentDoc;
  "\n  fragment CampaignParts on Campaign {\n    ...CampaignRow\n    brandId\n    clientId\n    ownerId\n    teamId\n    taking\n    takeStands\n    winner\n    audience {\n      include {\n        ...AudienceSourceParts\n      }\n      exclude {\n        ...AudienceSourceParts\n      }\n      sentence\n    }\n    content {\n      senderId\n      senderName\n      variants {\n        key\n        templateId\n        templateName\n        version\n        subject\n        weight\n      }\n      test {\n        metric\n        sharePercent\n        minutes\n        automatic\n        otherwiseWait\n      }\n      utm {\n        source\n        medium\n        campaign\n        term\n        content\n      }\n      trackOpens\n      trackLinks\n      namedLinks {\n        n\n        name\n      }\n      digest\n    }\n    schedule {\n      at\n      zone\n      inRecipientsZone\n      windows {\n        days\n        fromMinute\n        toMinute\n      }\n      endsAt\n      perSecond\n      respectsCap\n      startsAt\n    }\n    confirmations {\n      code\n      wording\n      confirmed\n      byName\n    }\n    seedTested {\n      at\n      to\n      variants\n      current\n    }\n    pace {\n      perSecond\n      windows {\n        days\n        fromMinute\n        toMinute\n      }\n    }\n    versions {\n      version\n      asOf\n      position\n      count\n      accounts\n      hash\n      sentence\n      excluded {\n        reason\n        label\n        count\n      }\n    }\n    may {\n      archive\n      changePace\n      edit\n      launch\n      pause\n      rename\n      restore\n      resume\n      stop\n      topUp\n      unschedule\n    }\n  }\n": typeof types.CampaignPartsFragmentDoc;
  "\n  query CampaignList($first: Int!, $after: String, $before: String, $filter: CampaignsFilter, $sort: RecordSort) {\n    campaigns(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      edges {\n        cursor\n        node {\n          ...CampaignRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.CampaignListDocument;
  "\n  query CampaignCount($filter: CampaignsFilter) {\n    campaigns(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.CampaignCountDocument;
  "\n  query Campaign($id: UUID!) {\n    campaign(id: $id) {\n      ...CampaignParts\n    }\n  }\n": typeof types.CampaignDocument;
  "\n  subscription CampaignChanged($id: UUID!) {\n    campaignChanged(id: $id) {\n      ...CampaignParts\n    }\n  }\n": typeof types.CampaignChangedDocument;
  "\n  fragment SendingSwitchParts on SendingSwitch {\n    stopped\n    since\n    byName\n    reason\n  }\n": typeof types.SendingSwitchPartsFragmentDoc;
  "\n  query SendingSwitchNow {\n    sendingSwitch {\n      ...SendingSwitchParts\n    }\n  }\n": typeof types.SendingSwitchNowDocument;
  "\n  subscription SendingSwitchChanged {\n    sendingSwitchChanged {\n      ...SendingSwitchParts\n    }\n  }\n": typeof types.SendingSwitchChangedDocument;
  "\n  mutation SendingStop($reason: String) {\n    sendingStop(reason: $reason) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SendingStopDocument;
  "\n  mutation SendingAllow {\n    sendingAllow {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SendingAllowDocument;
  "\n  query CampaignTestStanding($id: UUID!) {\n    campaignTest(id: $id) {\n      metric\n      endsAt\n      winner\n      variants {\n        key\n        reached\n        successes\n        percent\n        lowPercent\n        highPercent\n        p\n      }\n      beingJudged\n      minimum\n      enough\n      test\n      words\n    }\n  }\n": typeof types.CampaignTestStandingDocument;
  "\n  mutation EmailReplyAssign($id: UUID!, $userId: UUID) {\n    emailReplyAssign(id: $id, userId: $userId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailReplyAssignDocument;
  "\n  mutation EmailReplyDone($id: UUID!) {\n    emailReplyDone(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailReplyDoneDocument;
  "\n  mutation EmailReplyReopen($id: UUID!) {\n    emailReplyReopen(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailReplyReopenDocument;
  "\n  mutation EmailReplyMatch($id: UUID!, $contactId: UUID!) {\n    emailReplyMatch(id: $id, contactId: $contactId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailReplyMatchDocument;
  "\n  fragment EmailReplyShown on EmailReply {\n    id\n    at\n    kind\n    matched\n    done\n    forgotten\n    address\n    name\n    subject\n    awayUntil\n    contactId\n    contactName\n    campaignId\n    assigneeId\n    assigneeName\n  }\n": typeof types.EmailReplyShownFragmentDoc;
  "\n  query EmailReplyList($first: Int!, $after: String, $filter: EmailRepliesFilter) {\n    emailReplies(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...EmailReplyShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.EmailReplyListDocument;
  "\n  query EmailReplyCount($filter: EmailRepliesFilter) {\n    emailReplies(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.EmailReplyCountDocument;
  "\n  query EmailReplyOne($id: UUID!) {\n    emailReply(id: $id) {\n      ...EmailReplyShown\n      text\n    }\n  }\n": typeof types.EmailReplyOneDocument;
  "\n  query EmailReplyCampaign($id: UUID!) {\n    campaign(id: $id) {\n      name\n    }\n  }\n": typeof types.EmailReplyCampaignDocument;
  "\n  query EmailReplyAssignees {\n    taskAssignees {\n      id\n      name\n    }\n  }\n": typeof types.EmailReplyAssigneesDocument;
  "\n  fragment EmailFiguresShown on EmailFigures {\n    sent\n    accepted\n    delivered\n    reached\n    bouncedHard\n    bouncedSoft\n    dropped\n    complained\n    unsubscribed\n    replied\n    autoReplied\n    opened\n    clicked\n    opens\n    clicks\n    machineOpened\n    machineClicked\n    machineOpens\n    machineClicks\n    unjudged\n  }\n": typeof types.EmailFiguresShownFragmentDoc;
  "\n  query EmailReportOf($id: UUID!, $by: EmailReportBy!) {\n    emailReport(campaignId: $id, by: $by) {\n      total {\n        ...EmailFiguresShown\n      }\n      rows {\n        variant\n        hour\n        domain\n        link\n        name\n        figures {\n          ...EmailFiguresShown\n        }\n      }\n      rest {\n        ...EmailFiguresShown\n      }\n      stale\n    }\n  }\n": typeof types.EmailReportOfDocument;
  "\n  query EmailReportsCompared($ids: [UUID!]!) {\n    emailReports(campaignIds: $ids) {\n      campaignId\n      name\n      launchedAt\n      ledger {\n        audience\n        excluded\n        failed\n        unknown\n        pending\n      }\n      total {\n        ...EmailFiguresShown\n      }\n    }\n  }\n": typeof types.EmailReportsComparedDocument;
  "\n  mutation SenderCreate($input: SenderInput!) {\n    senderCreate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SenderCreateDocument;
  "\n  mutation SenderChange($id: UUID!, $input: SenderInput!) {\n    senderChange(id: $id, input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SenderChangeDocument;
  "\n  mutation SenderArchive($id: UUID!) {\n    senderArchive(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SenderArchiveDocument;
  "\n  mutation SenderRestore($id: UUID!) {\n    senderRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SenderRestoreDocument;
  "\n  mutation SenderCheck($id: UUID!) {\n    senderCheck(id: $id) {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SenderCheckDocument;
  "\n  mutation EmailBrandCreate($input: EmailBrandInput!) {\n    emailBrandCreate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailBrandCreateDocument;
  "\n  mutation EmailBrandChange($id: UUID!, $input: EmailBrandInput!) {\n    emailBrandChange(id: $id, input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailBrandChangeDocument;
  "\n  mutation EmailBrandSetDefault($id: UUID!, $senderId: UUID) {\n    emailBrandSetDefault(id: $id, senderId: $senderId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailBrandSetDefaultDocument;
  "\n  mutation EmailBrandArchive($id: UUID!) {\n    emailBrandArchive(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailBrandArchiveDocument;
  "\n  mutation EmailBrandRestore($id: UUID!) {\n    emailBrandRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailBrandRestoreDocument;
  "\n  query SendersPage {\n    senderProfiles {\n      id\n      fromName\n      fromAddress\n      brandName\n      isDefault\n      providerName\n      account\n      archived\n      health\n      checkedAt\n    }\n    emailBrands {\n      id\n      name\n      logoUrl\n      colour\n      defaultSenderId\n      senderCount\n      archived\n    }\n  }\n": typeof types.SendersPageDocument;
  "\n  query SenderPage($id: UUID!) {\n    senderProfile(id: $id) {\n      id\n      fromName\n      fromAddress\n      replyTo\n      brandId\n      brandName\n      isDefault\n      physicalAddress\n      trackingDomain\n      providerName\n      account\n      dkimSelector\n      dkimRecord\n      ramp {\n        firstDay\n        startPerDay\n        growthPercent\n        limitPerDay\n        allowedToday\n      }\n      archived\n      health\n      checkedAt\n      checks {\n        subject\n        title\n        verdict\n        words\n        found\n        publish {\n          name\n          kind\n          value\n        }\n      }\n    }\n    senderHistory(id: $id) {\n      position\n      title\n      text\n      at\n      actorName\n    }\n  }\n": typeof types.SenderPageDocument;
  "\n  query SenderAccounts {\n    senderAccounts {\n      name\n      providerName\n    }\n  }\n": typeof types.SenderAccountsDocument;
  "\n  query EmailBrandHistory($id: UUID!) {\n    emailBrandHistory(id: $id) {\n      position\n      title\n      text\n      at\n      actorName\n    }\n  }\n": typeof types.EmailBrandHistoryDocument;
  "\n  mutation EmailUnknownSettle($input: EmailUnknownSettleInput!) {\n    emailUnknownSettle(input: $input) {\n      position\n      settled\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailUnknownSettleDocument;
  "\n  mutation EmailPolicySet($input: EmailPolicyInput!) {\n    emailPolicySet(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailPolicySetDocument;
  "\n  fragment EmailRecipientParts on EmailRecipient {\n    contactId\n    contact {\n      id\n      fullName\n      email\n      erased\n      archived\n      jobTitle\n      accountId\n      accountName\n    }\n    accountId\n    version\n    variant\n    state\n    reason\n    reasonLabel\n    suppressionId\n    domain\n    messageId\n    sentAt\n    attempts\n    settledBy\n    at\n    responses\n  }\n": typeof types.EmailRecipientPartsFragmentDoc;
  "\n  query EmailLedger($campaignId: UUID!) {\n    emailLedger(campaignId: $campaignId) {\n      audience\n      pending\n      handingOver\n      sent\n      excluded\n      failed\n      unknown\n      balanced\n      reasons {\n        state\n        reason\n        label\n        count\n      }\n      stale\n    }\n  }\n": typeof types.EmailLedgerDocument;
  "\n  query EmailRecipientList($campaignId: UUID!, $first: Int!, $after: String, $filter: EmailRecipientsFilter) {\n    emailRecipients(campaignId: $campaignId, first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...EmailRecipientParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.EmailRecipientListDocument;
  "\n  query EmailRecipientCount($campaignId: UUID!, $filter: EmailRecipientsFilter) {\n    emailRecipients(campaignId: $campaignId, first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.EmailRecipientCountDocument;
  "\n  query EmailRecipient($campaignId: UUID!, $contactId: UUID!) {\n    emailRecipient(campaignId: $campaignId, contactId: $contactId) {\n      ...EmailRecipientParts\n    }\n  }\n": typeof types.EmailRecipientDocument;
  "\n  query EmailRecipientSteps($campaignId: UUID!, $contactId: UUID!) {\n    emailRecipientSteps(campaignId: $campaignId, contactId: $contactId) {\n      kind\n      at\n      code\n      link\n      linkName\n      byProgram\n    }\n  }\n": typeof types.EmailRecipientStepsDocument;
  "\n  query EmailPolicyNow {\n    emailPolicy {\n      perSecond\n      domains {\n        domain\n        perSecond\n      }\n      cap {\n        count\n        days\n      }\n      warnComplaintsPercent\n      pauseComplaintsPercent\n      pauseHardBouncesPercent\n      pauseBouncesPercent\n      softBounces {\n        bounces\n        withinDays\n        overDays\n        restDays\n      }\n      setAt\n    }\n  }\n": typeof types.EmailPolicyNowDocument;
  "\n  fragment EmailTemplateChanged on EmailTemplatePayload {\n    position\n    emailTemplate {\n      id\n      revision\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n": typeof types.EmailTemplateChangedFragmentDoc;
  "\n  mutation EmailTemplateCreate($input: EmailTemplateCreateInput!) {\n    emailTemplateCreate(input: $input) {\n      ...EmailTemplateChanged\n    }\n  }\n": typeof types.EmailTemplateCreateDocument;
  "\n  mutation EmailTemplateUpdate($input: EmailTemplateUpdateInput!) {\n    emailTemplateUpdate(input: $input) {\n      ...EmailTemplateChanged\n    }\n  }\n": typeof types.EmailTemplateUpdateDocument;
  "\n  mutation EmailTemplateSave($input: EmailTemplateSaveInput!) {\n    emailTemplateSave(input: $input) {\n      ...EmailTemplateChanged\n    }\n  }\n": typeof types.EmailTemplateSaveDocument;
  "\n  mutation EmailTemplateSubmit($id: UUID!) {\n    emailTemplateSubmit(id: $id) {\n      ...EmailTemplateChanged\n    }\n  }\n": typeof types.EmailTemplateSubmitDocument;
  "\n  mutation EmailTemplateApprove($id: UUID!, $version: Int!) {\n    emailTemplateApprove(id: $id, version: $version) {\n      ...EmailTemplateChanged\n    }\n  }\n": typeof types.EmailTemplateApproveDocument;
  "\n  mutation EmailTemplateReturn($input: EmailTemplateReturnInput!) {\n    emailTemplateReturn(input: $input) {\n      ...EmailTemplateChanged\n    }\n  }\n": typeof types.EmailTemplateReturnDocument;
  "\n  mutation EmailTemplateArchive($id: UUID!) {\n    emailTemplateArchive(id: $id) {\n      ...EmailTemplateChanged\n    }\n  }\n": typeof types.EmailTemplateArchiveDocument;
  "\n  mutation EmailTemplateRestore($id: UUID!) {\n    emailTemplateRestore(id: $id) {\n      ...EmailTemplateChanged\n    }\n  }\n": typeof types.EmailTemplateRestoreDocument;
  "\n  mutation EmailTemplateSendTest($input: EmailTemplateTestInput!) {\n    emailTemplateSendTest(input: $input) {\n      sentTo\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailTemplateSendTestDocument;
  "\n  fragment EmailSnippetChanged on EmailSnippetPayload {\n    position\n    emailSnippet {\n      id\n      version\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n": typeof types.EmailSnippetChangedFragmentDoc;
  "\n  mutation EmailSnippetCreate($input: EmailSnippetCreateInput!) {\n    emailSnippetCreate(input: $input) {\n      ...EmailSnippetChanged\n    }\n  }\n": typeof types.EmailSnippetCreateDocument;
  "\n  mutation EmailSnippetSave($input: EmailSnippetSaveInput!) {\n    emailSnippetSave(input: $input) {\n      ...EmailSnippetChanged\n    }\n  }\n": typeof types.EmailSnippetSaveDocument;
  "\n  mutation EmailSnippetArchive($id: UUID!) {\n    emailSnippetArchive(id: $id) {\n      ...EmailSnippetChanged\n    }\n  }\n": typeof types.EmailSnippetArchiveDocument;
  "\n  mutation EmailSnippetRestore($id: UUID!) {\n    emailSnippetRestore(id: $id) {\n      ...EmailSnippetChanged\n    }\n  }\n": typeof types.EmailSnippetRestoreDocument;
  "\n  fragment EmailTemplateParts on EmailTemplate {\n    id\n    name\n    brand\n    tags\n    status\n    archived\n    revision\n    versions\n    approvedVersion\n    savedByName\n    savedAt\n    updatedAt\n    mayEdit\n    mayApprove\n  }\n": typeof types.EmailTemplatePartsFragmentDoc;
  "\n  query EmailTemplateList(\n    $first: Int!\n    $after: String\n    $before: String\n    $filter: EmailTemplatesFilter\n    $sort: RecordSort\n  ) {\n    emailTemplates(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      edges {\n        cursor\n        node {\n          ...EmailTemplateParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.EmailTemplateListDocument;
  "\n  query EmailTemplateCount($filter: EmailTemplatesFilter) {\n    emailTemplates(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.EmailTemplateCountDocument;
  "\n  query EmailTemplate($id: UUID!) {\n    emailTemplate(id: $id) {\n      ...EmailTemplateParts\n    }\n  }\n": typeof types.EmailTemplateDocument;
  "\n  query EmailTemplateContent($id: UUID!, $version: Int) {\n    emailTemplateContent(id: $id, version: $version) {\n      subject\n      preheader\n      mjml\n      blocks\n      text\n    }\n  }\n": typeof types.EmailTemplateContentDocument;
  "\n  query EmailTemplateVersions($id: UUID!) {\n    emailTemplateVersions(id: $id) {\n      number\n      standing\n      submittedById\n      submittedByName\n      submittedAt\n      decidedByName\n      decidedAt\n      reason\n      snippets {\n        snippetId\n        name\n        version\n      }\n    }\n  }\n": typeof types.EmailTemplateVersionsDocument;
  "\n  query EmailTemplatePreview($input: EmailTemplatePreviewInput!) {\n    emailTemplatePreview(input: $input) {\n      subject\n      preheader\n      html\n      text\n      bytes\n      emptyTags\n      problems {\n        severity\n        code\n        part\n        line\n        message\n      }\n    }\n  }\n": typeof types.EmailTemplatePreviewDocument;
  "\n  query EmailMergeTags {\n    emailMergeTags {\n      path\n      label\n      group\n    }\n  }\n": typeof types.EmailMergeTagsDocument;
  "\n  fragment EmailSnippetParts on EmailSnippet {\n    id\n    brandId\n    brandName\n    name\n    version\n    blocks\n    archived\n    usedBy {\n      id\n      name\n    }\n    savedByName\n    savedAt\n    mayEdit\n  }\n": typeof types.EmailSnippetPartsFragmentDoc;
  "\n  query EmailSnippetList {\n    emailSnippets {\n      ...EmailSnippetParts\n    }\n  }\n": typeof types.EmailSnippetListDocument;
  "\n  query EmailSnippet($id: UUID!) {\n    emailSnippet(id: $id) {\n      ...EmailSnippetParts\n    }\n  }\n": typeof types.EmailSnippetDocument;
  "\n  query EmailSnippetVersions($id: UUID!) {\n    emailSnippetVersions(id: $id) {\n      number\n      blocks\n      savedByName\n      savedAt\n    }\n  }\n": typeof types.EmailSnippetVersionsDocument;
  "\n  query DashboardCounts($contacts: Boolean!, $accounts: Boolean!, $recent: ContactFilter) {\n    contacts(first: 1) @include(if: $contacts) {\n      totalCount\n    }\n    recent: contacts(first: 1, filter: $recent) @include(if: $contacts) {\n      totalCount\n    }\n    accounts(first: 1) @include(if: $accounts) {\n      totalCount\n    }\n  }\n": typeof types.DashboardCountsDocument;
  "\n  query DashboardPeople($users: Boolean!, $clients: Boolean!) {\n    users(first: 1) @include(if: $users) {\n      totalCount\n    }\n    clients(first: 1) @include(if: $clients) {\n      totalCount\n    }\n  }\n": typeof types.DashboardPeopleDocument;
  "\n  query DashboardTeam {\n    users(first: 8) {\n      totalCount\n      edges {\n        node {\n          id\n          name\n          email\n        }\n      }\n    }\n  }\n": typeof types.DashboardTeamDocument;
  "\n  query FirstSteps {\n    firstSteps {\n      contact\n      account\n      import\n      colleague\n      client\n    }\n  }\n": typeof types.FirstStepsDocument;
  "\n  query SampleData {\n    sampleData {\n      present\n      accounts\n      contacts\n      users\n    }\n  }\n": typeof types.SampleDataDocument;
  "\n  mutation SampleDataAdd {\n    sampleDataAdd {\n      status {\n        present\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SampleDataAddDocument;
  "\n  mutation SampleDataRemove {\n    sampleDataRemove {\n      status {\n        present\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SampleDataRemoveDocument;
  "\n  mutation AccessRulesSet($input: AccessRulesSetInput!) {\n    accessRulesSet(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.AccessRulesSetDocument;
  "\n  query AccessRules {\n    accessRules {\n      secondStepFor\n    }\n  }\n": typeof types.AccessRulesDocument;
  "\n  mutation ApiKeyCreate($input: ApiKeyCreateInput!) {\n    apiKeyCreate(input: $input) {\n      secret\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ApiKeyCreateDocument;
  "\n  mutation ApiKeyRevoke($id: UUID!) {\n    apiKeyRevoke(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ApiKeyRevokeDocument;
  "\n  query ApiKeyList {\n    apiKeys {\n      id\n      name\n      prefix\n      scopes\n      state\n      madeBy\n      expiresAt\n      lastUsedAt\n      lastUsedIp\n    }\n  }\n": typeof types.ApiKeyListDocument;
  "\n  query ApiKeyScopes {\n    apiKeyScopes {\n      permission\n      act\n    }\n  }\n": typeof types.ApiKeyScopesDocument;
  "\n  mutation ClientCreate($input: ClientCreateInput!) {\n    clientCreate(input: $input) {\n      position\n      client {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientCreateDocument;
  "\n  mutation ClientRename($input: ClientRenameInput!) {\n    clientRename(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientRenameDocument;
  "\n  mutation ClientChange($input: ClientChangeInput!) {\n    clientChange(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientChangeDocument;
  "\n  mutation ClientAssignOwner($id: UUID!, $ownerId: UUID) {\n    clientAssignOwner(id: $id, ownerId: $ownerId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientAssignOwnerDocument;
  "\n  mutation ClientArchive($id: UUID!, $reason: String) {\n    clientArchive(id: $id, reason: $reason) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientArchiveDocument;
  "\n  mutation ClientRestore($id: UUID!) {\n    clientRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientRestoreDocument;
  "\n  mutation ClientSetTerms($input: ClientTermsInput!) {\n    clientSetTerms(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientSetTermsDocument;
  "\n  mutation ClientWithdrawTerms($id: UUID!, $seen: Int!) {\n    clientWithdrawTerms(id: $id, seen: $seen) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientWithdrawTermsDocument;
  "\n  mutation ClientBrandAdd($id: UUID!, $brandId: UUID!, $name: String!, $website: String) {\n    clientBrandAdd(id: $id, brandId: $brandId, name: $name, website: $website) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientBrandAddDocument;
  "\n  mutation ClientBrandChange($id: UUID!, $brandId: UUID!, $name: String!, $website: String) {\n    clientBrandChange(id: $id, brandId: $brandId, name: $name, website: $website) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientBrandChangeDocument;
  "\n  mutation ClientBrandArchive($id: UUID!, $brandId: UUID!) {\n    clientBrandArchive(id: $id, brandId: $brandId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientBrandArchiveDocument;
  "\n  mutation ClientBrandRestore($id: UUID!, $brandId: UUID!) {\n    clientBrandRestore(id: $id, brandId: $brandId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientBrandRestoreDocument;
  "\n  mutation ClientListAdd($id: UUID!, $listId: UUID!, $name: String!) {\n    clientListAdd(id: $id, listId: $listId, name: $name) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientListAddDocument;
  "\n  mutation ClientListRename($id: UUID!, $listId: UUID!, $name: String!) {\n    clientListRename(id: $id, listId: $listId, name: $name) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientListRenameDocument;
  "\n  mutation ClientListRemove($id: UUID!, $listId: UUID!) {\n    clientListRemove(id: $id, listId: $listId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientListRemoveDocument;
  "\n  mutation ClientListRestore($id: UUID!, $listId: UUID!) {\n    clientListRestore(id: $id, listId: $listId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientListRestoreDocument;
  "\n  mutation ClientListUnfill($id: UUID!, $listId: UUID!, $fileId: UUID!) {\n    clientListUnfill(id: $id, listId: $listId, fileId: $fileId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientListUnfillDocument;
  "\n  mutation ClientViewBegin($id: UUID!, $reason: String!) {\n    clientViewBegin(id: $id, reason: $reason) {\n      until\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientViewBeginDocument;
  "\n  query ClientList($first: Int!, $after: String, $wanted: ClientsWanted) {\n    clients(first: $first, after: $after, wanted: $wanted) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          archived\n          website\n          ownerName\n          createdAt\n          userCount\n          brandCount\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.ClientListDocument;
  "\n  query ClientCount($wanted: ClientsWanted) {\n    clients(first: 1, wanted: $wanted) {\n      totalCount\n    }\n  }\n": typeof types.ClientCountDocument;
  "\n  query ClientPage($id: UUID!) {\n    client(id: $id) {\n      id\n      name\n      archived\n      createdAt\n      userCount\n      ownerId\n      ownerName\n    }\n    clientRecord(id: $id) {\n      legalName\n      website\n      country\n      billingReference\n      note\n      archivedAt\n      archiveReason\n      termsVersion\n      suppressionCount\n      terms {\n        ...TermsShown\n      }\n      brands {\n        id\n        name\n        website\n        archived\n      }\n      lists {\n        id\n        name\n        entries\n        filledAt\n        fileName\n      }\n    }\n  }\n": typeof types.ClientPageDocument;
  "\n  query ClientHistory($id: UUID!) {\n    clientHistory(id: $id) {\n      position\n      eventType\n      title\n      at\n      actorName\n      text\n      termsVersion\n      terms {\n        ...TermsShown\n      }\n    }\n  }\n\n  fragment TermsShown on ClientTerms {\n    pacingLeads\n    pacingPer\n    price\n    currency\n    capPerCompany\n    overDelivery\n    duplicatesWithin\n    lookBackDays\n    returnWindowDays\n  }\n": typeof types.ClientHistoryDocument;
  "\n  query ClientUsers($id: UUID!) {\n    clientUsers(id: $id) {\n      id\n      name\n      email\n      active\n      lastLoginAt\n    }\n    clientInvitations(id: $id) {\n      id\n      email\n      state\n      sentAt\n      invitedBy\n    }\n  }\n": typeof types.ClientUsersDocument;
  "\n  query ClientOwners {\n    taskAssignees {\n      id\n      name\n    }\n  }\n": typeof types.ClientOwnersDocument;
  "\n  mutation InvitationSend($input: InvitationSendInput!) {\n    invitationSend(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.InvitationSendDocument;
  "\n  mutation InvitationResend($id: UUID!) {\n    invitationResend(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.InvitationResendDocument;
  "\n  mutation InvitationRevoke($id: UUID!) {\n    invitationRevoke(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.InvitationRevokeDocument;
  "\n  mutation ColleagueInvite($email: String!) {\n    colleagueInvite(email: $email) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ColleagueInviteDocument;
  "\n  mutation ColleagueInvitationResend($id: UUID!) {\n    colleagueInvitationResend(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ColleagueInvitationResendDocument;
  "\n  mutation ColleagueInvitationRevoke($id: UUID!) {\n    colleagueInvitationRevoke(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ColleagueInvitationRevokeDocument;
  "\n  query InvitationList {\n    invitations {\n      id\n      email\n      role\n      state\n      sentAt\n      expiresAt\n      invitedBy\n      client {\n        id\n        name\n      }\n    }\n  }\n": typeof types.InvitationListDocument;
  "\n  query ColleagueInvitations($id: UUID!) {\n    clientInvitations(id: $id) {\n      id\n      email\n      state\n      sentAt\n    }\n  }\n": typeof types.ColleagueInvitationsDocument;
  "\n  mutation ProfileChange($input: ProfileChangeInput!) {\n    profileChange(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ProfileChangeDocument;
  "\n  mutation PasswordChange($input: PasswordChangeInput!) {\n    passwordChange(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.PasswordChangeDocument;
  "\n  mutation EmailChangeAsk($input: EmailChangeAskInput!) {\n    emailChangeAsk(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.EmailChangeAskDocument;
  "\n  query Me {\n    me {\n      id\n      name\n      email\n      role\n      development\n      owesSecondStep\n      preferences\n      viewingUntil\n      teams {\n        id\n        name\n        archived\n      }\n      client {\n        id\n        name\n      }\n      permissions {\n        permission\n        scope\n      }\n    }\n  }\n": typeof types.MeDocument;
  "\n  query SecondFactor {\n    secondFactor {\n      enabled\n      recoveryCodesLeft\n    }\n  }\n": typeof types.SecondFactorDocument;
  "\n  mutation SecondFactorBegin($input: SecondFactorPasswordInput!) {\n    secondFactorBegin(input: $input) {\n      secret\n      qr {\n        size\n        path\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SecondFactorBeginDocument;
  "\n  mutation SecondFactorConfirm($input: SecondFactorConfirmInput!) {\n    secondFactorConfirm(input: $input) {\n      recoveryCodes\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SecondFactorConfirmDocument;
  "\n  mutation RecoveryCodesRenew($input: SecondFactorPasswordInput!) {\n    recoveryCodesRenew(input: $input) {\n      recoveryCodes\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.RecoveryCodesRenewDocument;
  "\n  mutation SecondFactorDisable($input: SecondFactorPasswordInput!) {\n    secondFactorDisable(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SecondFactorDisableDocument;
  "\n  mutation NotificationsMarkRead($input: NotificationsMarkReadInput!) {\n    notificationsMarkRead(input: $input) {\n      unread\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.NotificationsMarkReadDocument;
  "\n  mutation NotificationsMarkAllRead {\n    notificationsMarkAllRead {\n      unread\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.NotificationsMarkAllReadDocument;
  "\n  mutation NotificationPreferencesSet($input: NotificationPreferencesSetInput!) {\n    notificationPreferencesSet(input: $input) {\n      position\n      preferences {\n        kind\n        label\n        hint\n        icon\n        inApp\n        emailAtOnce\n        emailDigest\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.NotificationPreferencesSetDocument;
  "\n  mutation NotificationMailSet($input: NotificationMailSetInput!) {\n    notificationMailSet(input: $input) {\n      position\n      digest {\n        every\n        hour\n        timeZone\n        nextAt\n        email\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.NotificationMailSetDocument;
  "\n  mutation NotificationDigestSendNow {\n    notificationDigestSendNow {\n      sentTo\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.NotificationDigestSendNowDocument;
  "\n  query NotificationsUnread {\n    unreadNotifications\n  }\n": typeof types.NotificationsUnreadDocument;
  "\n  query NotificationList($first: Int!, $after: String, $unreadOnly: Boolean!) {\n    notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {\n      edges {\n        node {\n          id\n          kind\n          icon\n          tone\n          title\n          text\n          link\n          toldAt\n          readAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.NotificationListDocument;
  "\n  query NotificationPreferences {\n    notificationPreferences {\n      kind\n      label\n      hint\n      icon\n      inApp\n      emailAtOnce\n      emailDigest\n    }\n  }\n": typeof types.NotificationPreferencesDocument;
  "\n  query NotificationDigest {\n    notificationDigest {\n      every\n      hour\n      timeZone\n      nextAt\n      email\n    }\n  }\n": typeof types.NotificationDigestDocument;
  "\n  subscription NotificationsChanged {\n    notificationsChanged {\n      count\n      newestId\n    }\n  }\n": typeof types.NotificationsChangedDocument;
  "\n  mutation SessionEnd($id: UUID!) {\n    sessionEnd(id: $id) {\n      ended\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SessionEndDocument;
  "\n  mutation SessionsEndOthers {\n    sessionsEndOthers {\n      ended\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SessionsEndOthersDocument;
  "\n  mutation UserSessionsEnd($input: UserSessionsEndInput!) {\n    userSessionsEnd(input: $input) {\n      ended\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.UserSessionsEndDocument;
  "\n  query MySessions {\n    mySessions {\n      id\n      lastUsedAt\n      userAgent\n      ip\n      current\n    }\n  }\n": typeof types.MySessionsDocument;
  "\n  mutation TeamCreate($input: TeamCreateInput!) {\n    teamCreate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.TeamCreateDocument;
  "\n  mutation TeamRename($input: TeamRenameInput!) {\n    teamRename(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.TeamRenameDocument;
  "\n  mutation TeamArchive($id: UUID!) {\n    teamArchive(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.TeamArchiveDocument;
  "\n  mutation TeamRestore($id: UUID!) {\n    teamRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.TeamRestoreDocument;
  "\n  mutation TeamMemberAdd($input: TeamMemberInput!) {\n    teamMemberAdd(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.TeamMemberAddDocument;
  "\n  mutation TeamMemberRemove($input: TeamMemberInput!) {\n    teamMemberRemove(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.TeamMemberRemoveDocument;
  "\n  query TeamList {\n    teams {\n      id\n      name\n      archived\n      memberCount\n    }\n  }\n": typeof types.TeamListDocument;
  "\n  query TeamPage($id: UUID!) {\n    team(id: $id) {\n      id\n      name\n      archived\n      memberCount\n    }\n    teamMembers(id: $id) {\n      id\n      name\n      email\n      role\n      active\n    }\n    teamHistory(id: $id) {\n      position\n      title\n      text\n      at\n      actorName\n    }\n  }\n": typeof types.TeamPageDocument;
  "\n  query TeamCandidates {\n    taskAssignees {\n      id\n      name\n    }\n  }\n": typeof types.TeamCandidatesDocument;
  "\n  mutation UserCreate($input: UserCreateInput!) {\n    userCreate(input: $input) {\n      position\n      user {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.UserCreateDocument;
  "\n  mutation UserUpdate($input: UserUpdateInput!) {\n    userUpdate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.UserUpdateDocument;
  "\n  mutation UserDisable($input: RecordActionInput!) {\n    userDisable(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.UserDisableDocument;
  "\n  mutation UserEnable($input: RecordActionInput!) {\n    userEnable(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.UserEnableDocument;
  "\n  mutation UserEmailCorrect($input: UserEmailCorrectInput!) {\n    userEmailCorrect(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.UserEmailCorrectDocument;
  "\n  mutation UserSecondFactorReset($userId: UUID!) {\n    userSecondFactorReset(userId: $userId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.UserSecondFactorResetDocument;
  "\n  fragment UserShown on User {\n    id\n    name\n    email\n    role\n    active\n    secondFactor\n    createdAt\n    lastLoginAt\n    teams {\n      id\n      name\n    }\n    client {\n      id\n      name\n    }\n  }\n": typeof types.UserShownFragmentDoc;
  "\n  query UserOne($id: UUID!) {\n    user(id: $id) {\n      ...UserShown\n    }\n  }\n": typeof types.UserOneDocument;
  "\n  query UserList($first: Int!, $after: String) {\n    users(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          ...UserShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.UserListDocument;
  "\n  query UserCount {\n    users(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.UserCountDocument;
  "\n  mutation MailTest {\n    mailTest {\n      sentTo\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.MailTestDocument;
  "\n  query Mailbox {\n    mailbox {\n      via\n      kept\n      mails {\n        id\n        sentAt\n        toName\n        toAddress\n        subject\n      }\n    }\n  }\n": typeof types.MailboxDocument;
  "\n  query KeptMail($id: UUID!) {\n    keptMail(id: $id) {\n      text\n      html\n      headers {\n        name\n        value\n      }\n    }\n  }\n": typeof types.KeptMailDocument;
  "\n  mutation ProviderTest($kind: ProviderKind!) {\n    providerTest(kind: $kind) {\n      worked\n      message\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ProviderTestDocument;
  "\n  query ProviderList {\n    providers {\n      kind\n      state\n      name\n      testable\n    }\n  }\n": typeof types.ProviderListDocument;
  "\n  mutation ProjectionRetry($input: ProjectionActionInput!) {\n    projectionRetry(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ProjectionRetryDocument;
  "\n  mutation ProjectionPark($input: ProjectionActionInput!) {\n    projectionPark(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ProjectionParkDocument;
  "\n  mutation ProjectionRebuild($input: ProjectionActionInput!) {\n    projectionRebuild(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ProjectionRebuildDocument;
  "\n  mutation JobCancel($input: JobActionInput!) {\n    jobCancel(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.JobCancelDocument;
  "\n  mutation JobRetry($input: JobActionInput!) {\n    jobRetry(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.JobRetryDocument;
  "\n  query ProjectionList {\n    projections {\n      ...ProjectionLine\n    }\n  }\n": typeof types.ProjectionListDocument;
  "\n  fragment ProjectionLine on Projection {\n    name\n    version\n    state\n    position\n    headPosition\n    lagEvents\n    lagSeconds\n    error\n    failedPosition\n    failedEventType\n    parkedEvents\n    updatedAt\n    rebuild {\n      ...Progress\n    }\n  }\n": typeof types.ProjectionLineFragmentDoc;
  "\n  query LogStatus {\n    logStatus {\n      headPosition\n      events\n      facts\n      epoch\n      sealedTo\n      bus\n      relayPosition\n      relayLag\n    }\n  }\n": typeof types.LogStatusDocument;
  "\n  fragment JobLine on Job {\n    id\n    kind\n    title\n    state\n    attempts\n    maxAttempts\n    error\n    runAt\n    createdAt\n    startedAt\n    finishedAt\n    createdBy\n    cancellable\n    link\n    progress {\n      ...Progress\n    }\n  }\n": typeof types.JobLineFragmentDoc;
  "\n  query JobList($first: Int!, $after: String, $state: JobState) {\n    jobs(first: $first, after: $after, state: $state, routine: false) {\n      edges {\n        cursor\n        node {\n          ...JobLine\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.JobListDocument;
  "\n  query JobCount($state: JobState) {\n    jobs(first: 1, state: $state, routine: false) {\n      totalCount\n    }\n  }\n": typeof types.JobCountDocument;
  "\n  query RoutineJobs {\n    routineJobs {\n      kind\n      label\n      waiting\n      running\n      done\n      parked\n      lastFinishedAt\n    }\n  }\n": typeof types.RoutineJobsDocument;
  "\n  subscription ProjectionsChanged {\n    projectionsChanged {\n      ...ProjectionLine\n    }\n  }\n": typeof types.ProjectionsChangedDocument;
  "\n  subscription JobsChanged {\n    jobsChanged {\n      id\n      state\n    }\n  }\n": typeof types.JobsChangedDocument;
  "\n  mutation ConsentRuleSet($input: ConsentRuleSetInput!) {\n    consentRuleSet(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ConsentRuleSetDocument;
  "\n  mutation ConsentRuleRemove($country: String!) {\n    consentRuleRemove(country: $country) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ConsentRuleRemoveDocument;
  "\n  query ConsentRules {\n    consentRules {\n      country\n      name\n      email\n      phone\n      changedAt\n      changedBy\n      note\n    }\n    consentRuleChanges {\n      position\n      country\n      name\n      rule {\n        email\n        phone\n      }\n      previous {\n        email\n        phone\n      }\n      note\n      at\n      actorName\n    }\n  }\n": typeof types.ConsentRulesDocument;
  "\n  mutation ConsentRecord($input: ConsentRecordInput!) {\n    consentRecord(input: $input) {\n      statementIds\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ConsentRecordDocument;
  "\n  mutation ConsentWithdraw($input: ConsentWithdrawInput!) {\n    consentWithdraw(input: $input) {\n      suppressed\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ConsentWithdrawDocument;
  "\n  mutation ConsentTakeBack($input: ConsentTakeBackInput!) {\n    consentTakeBack(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ConsentTakeBackDocument;
  "\n  fragment ConsentShown on ConsentStatement {\n    id\n    contactId\n    personId\n    contactLabel\n    contactEmail\n    accountName\n    country\n    channel\n    standing\n    standingLabel\n    state\n    givenAt\n    origin\n    wording\n    reference\n    url\n    ip\n    note\n    fileName\n    fileSize\n    recordedAt\n    recordedBy\n    takenBackAt\n    takenBackBy\n    takenBackWhy\n    erased\n  }\n": typeof types.ConsentShownFragmentDoc;
  "\n  query ConsentList($first: Int!, $after: String, $filter: ConsentFilter) {\n    consents(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...ConsentShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.ConsentListDocument;
  "\n  query ConsentCount($filter: ConsentFilter) {\n    consents(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.ConsentCountDocument;
  "\n  query ConsentOne($id: UUID!) {\n    consent(id: $id) {\n      ...ConsentShown\n    }\n  }\n": typeof types.ConsentOneDocument;
  "\n  query ContactConsent($id: UUID!, $at: DateTime) {\n    contactConsent(contactId: $id, at: $at) {\n      channels {\n        channel\n        standing\n        standingLabel\n        permits\n        why\n        statementId\n        countryName\n      }\n      statements {\n        ...ConsentShown\n      }\n    }\n  }\n": typeof types.ContactConsentDocument;
  "\n  mutation LegalHoldPlace($input: LegalHoldPlaceInput!) {\n    legalHoldPlace(input: $input) {\n      id\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.LegalHoldPlaceDocument;
  "\n  mutation LegalHoldLift($id: UUID!, $reason: String!) {\n    legalHoldLift(id: $id, reason: $reason) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.LegalHoldLiftDocument;
  "\n  fragment LegalHoldShown on LegalHold {\n    id\n    scope\n    recordId\n    data\n    label\n    reason\n    reference\n    since\n    placedBy\n    standing\n    liftedAt\n    liftedBy\n    liftReason\n    erased\n  }\n": typeof types.LegalHoldShownFragmentDoc;
  "\n  query LegalHoldList($first: Int!, $after: String, $filter: LegalHoldFilter) {\n    legalHolds(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...LegalHoldShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.LegalHoldListDocument;
  "\n  query LegalHoldCount($filter: LegalHoldFilter) {\n    legalHolds(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.LegalHoldCountDocument;
  "\n  query LegalHoldOne($id: UUID!) {\n    legalHold(id: $id) {\n      ...LegalHoldShown\n    }\n  }\n": typeof types.LegalHoldOneDocument;
  "\n  query LegalHoldsOf($entity: Entity!, $id: UUID!) {\n    legalHoldsOf(entity: $entity, id: $id) {\n      ...LegalHoldShown\n    }\n  }\n": typeof types.LegalHoldsOfDocument;
  "\n  mutation PrivacyRequestReceive($input: PrivacyRequestReceiveInput!) {\n    privacyRequestReceive(input: $input) {\n      requestId\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.PrivacyRequestReceiveDocument;
  "\n  mutation PrivacyRequestAssign($input: PrivacyRequestAssignInput!) {\n    privacyRequestAssign(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.PrivacyRequestAssignDocument;
  "\n  mutation PrivacyRequestBegin($input: PrivacyRequestActionInput!) {\n    privacyRequestBegin(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.PrivacyRequestBeginDocument;
  "\n  mutation PrivacyRequestExtend($input: PrivacyRequestReasonInput!) {\n    privacyRequestExtend(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.PrivacyRequestExtendDocument;
  "\n  mutation PrivacyRequestAnswer($input: PrivacyRequestAnswerInput!) {\n    privacyRequestAnswer(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.PrivacyRequestAnswerDocument;
  "\n  mutation PrivacyRequestRefuse($input: PrivacyRequestReasonInput!) {\n    privacyRequestRefuse(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.PrivacyRequestRefuseDocument;
  "\n  fragment PrivacyRequestShown on PrivacyRequest {\n    id\n    kind\n    state\n    urgency\n    cameBy\n    receivedAt\n    dueAt\n    extended\n    extensionWhy\n    personLabel\n    name\n    email\n    phone\n    contactId\n    note\n    identity\n    refusal\n    assigneeId\n    assignee\n    answering\n    answeredBy\n    settledAt\n    holdings {\n      contacts\n      events\n      consents\n      suppressions\n      tasks\n      notes\n      imports\n      exports\n      importRows\n    }\n    hashes\n    fileSize\n    fileExpiresAt\n    hasProof\n    forgotten\n    recordedAt\n    recordedBy\n  }\n": typeof types.PrivacyRequestShownFragmentDoc;
  "\n  query PrivacyRequestList($first: Int!, $after: String, $filter: PrivacyRequestFilter) {\n    privacyRequests(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...PrivacyRequestShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.PrivacyRequestListDocument;
  "\n  query PrivacyRequestCount($filter: PrivacyRequestFilter) {\n    privacyRequests(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.PrivacyRequestCountDocument;
  "\n  query PrivacyRequestsWaiting {\n    privacyRequestsWaiting {\n      unsettled\n      soon\n      overdue\n    }\n  }\n": typeof types.PrivacyRequestsWaitingDocument;
  "\n  query PrivacyRequestOne($id: UUID!) {\n    privacyRequest(id: $id) {\n      ...PrivacyRequestShown\n    }\n  }\n": typeof types.PrivacyRequestOneDocument;
  "\n  query PrivacyRequestSteps($id: UUID!) {\n    privacyRequestSteps(id: $id) {\n      position\n      title\n      text\n      at\n      by\n    }\n  }\n": typeof types.PrivacyRequestStepsDocument;
  "\n  query PrivacyRequestFound($id: UUID!) {\n    privacyRequestFound(id: $id) {\n      holdings {\n        contacts\n        events\n        consents\n        suppressions\n        tasks\n        notes\n        imports\n        exports\n        importRows\n      }\n      contacts {\n        id\n        label\n      }\n    }\n  }\n": typeof types.PrivacyRequestFoundDocument;
  "\n  query PrivacyRequestWaitsFor($id: UUID!) {\n    privacyRequestWaitsFor(id: $id)\n  }\n": typeof types.PrivacyRequestWaitsForDocument;
  "\n  query PrivacyRequestAssignees {\n    taskAssignees {\n      id\n      name\n    }\n  }\n": typeof types.PrivacyRequestAssigneesDocument;
  "\n  mutation RetentionDryRunStart($kind: RetentionKind!, $keep: RetentionKeepInput!) {\n    retentionDryRunStart(kind: $kind, keep: $keep) {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.RetentionDryRunStartDocument;
  "\n  mutation RetentionRuleSet($input: RetentionRuleSetInput!) {\n    retentionRuleSet(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.RetentionRuleSetDocument;
  "\n  mutation RetentionRunNow {\n    retentionRunNow {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.RetentionRunNowDocument;
  "\n  mutation RetentionCancel($input: JobActionInput!) {\n    jobCancel(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.RetentionCancelDocument;
  "\n  query Retention {\n    retentionRules {\n      kind\n      label\n      deletes\n      keep {\n        count\n        unit\n        label\n      }\n      mayBeForever\n      onHold\n      changedAt\n      changedBy\n      note\n    }\n    retentionRuleChanges {\n      position\n      kind\n      label\n      keep {\n        label\n      }\n      previous {\n        label\n      }\n      note\n      at\n      actorName\n    }\n    retentionRuns {\n      id\n      endedAt\n      askedBy\n      cancelled\n      deleted\n      held\n      kinds {\n        kind\n        label\n        deleted\n        held\n        left\n        more\n        onHold\n      }\n    }\n  }\n": typeof types.RetentionDocument;
  "\n  query RetentionDryRun($id: UUID!) {\n    retentionDryRun(id: $id) {\n      id\n      dueNow\n      dueIn30Days\n      dueIn90Days\n      held\n      items {\n        id\n        name\n        since\n      }\n      heldItems {\n        id\n        name\n        since\n      }\n    }\n  }\n": typeof types.RetentionDryRunDocument;
  "\n  query RetentionJob($id: UUID!) {\n    job(id: $id) {\n      id\n      state\n      error\n      progress {\n        done\n        phase\n      }\n    }\n  }\n": typeof types.RetentionJobDocument;
  "\n  mutation SuppressionsAdd($input: SuppressionsAddInput!) {\n    suppressionsAdd(input: $input) {\n      ids\n      added\n      already\n      refused {\n        line\n        value\n        message\n      }\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SuppressionsAddDocument;
  "\n  mutation SuppressionRelease($id: UUID!, $reason: String!) {\n    suppressionRelease(id: $id, reason: $reason) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.SuppressionReleaseDocument;
  "\n  fragment SuppressionShown on Suppression {\n    id\n    kind\n    value\n    label\n    reach\n    clientId\n    clientName\n    campaignId\n    campaignName\n    brandId\n    brandName\n    reason\n    reasonLabel\n    standing\n    note\n    since\n    until\n    addedBy\n    releasedAt\n    releasedBy\n    releaseReason\n    erased\n  }\n": typeof types.SuppressionShownFragmentDoc;
  "\n  query SuppressionList($first: Int!, $after: String, $filter: SuppressionFilter) {\n    suppressions(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...SuppressionShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n": typeof types.SuppressionListDocument;
  "\n  query SuppressionCount($filter: SuppressionFilter) {\n    suppressions(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.SuppressionCountDocument;
  "\n  query SuppressionOne($id: UUID!) {\n    suppression(id: $id) {\n      ...SuppressionShown\n    }\n    suppressionEvents(id: $id) {\n      position\n      eventType\n      title\n      text\n      at\n      actorName\n      source\n      ip\n    }\n  }\n": typeof types.SuppressionOneDocument;
  "\n  query SuppressionsOf($entity: Entity!, $id: UUID!) {\n    suppressionsOf(entity: $entity, id: $id) {\n      ...SuppressionShown\n    }\n  }\n": typeof types.SuppressionsOfDocument;
  "\n  query SuppressionCheck($value: String!) {\n    suppressionCheck(value: $value) {\n      kind\n      value\n      suppressed\n      because {\n        suppressionId\n        reasonLabel\n        since\n      }\n    }\n  }\n": typeof types.SuppressionCheckDocument;
  "\n  query SuppressionFiles($reason: SuppressionReason) {\n    suppressionFiles(reason: $reason) {\n      id\n      reason\n      reasonLabel\n      country\n      asOf\n      ageDays\n      stale\n      rows\n      added\n      already\n      refused\n      readAt\n      readBy\n    }\n  }\n": typeof types.SuppressionFilesDocument;
  "\n  fragment NoteWritten on NotePayload {\n    position\n    note {\n      id\n      version\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n": typeof types.NoteWrittenFragmentDoc;
  "\n  mutation NoteAdd($input: NoteAddInput!) {\n    noteAdd(input: $input) {\n      ...NoteWritten\n    }\n  }\n": typeof types.NoteAddDocument;
  "\n  mutation NoteEdit($input: NoteEditInput!) {\n    noteEdit(input: $input) {\n      ...NoteWritten\n    }\n  }\n": typeof types.NoteEditDocument;
  "\n  mutation NotePin($id: UUID!, $pinned: Boolean!) {\n    notePin(id: $id, pinned: $pinned) {\n      ...NoteWritten\n    }\n  }\n": typeof types.NotePinDocument;
  "\n  mutation NoteDelete($id: UUID!) {\n    noteDelete(id: $id) {\n      ...NoteWritten\n    }\n  }\n": typeof types.NoteDeleteDocument;
  "\n  mutation NoteRestore($id: UUID!) {\n    noteRestore(id: $id) {\n      ...NoteWritten\n    }\n  }\n": typeof types.NoteRestoreDocument;
  "\n  fragment NoteParts on Note {\n    id\n    body\n    authorName\n    pinned\n    createdAt\n    editedAt\n    editedByName\n    mayChange\n    version\n  }\n": typeof types.NotePartsFragmentDoc;
  "\n  query Notes($entity: Entity!, $recordId: UUID!, $after: String) {\n    notes(entity: $entity, recordId: $recordId, first: 30, after: $after) {\n      edges {\n        node {\n          ...NoteParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.NotesDocument;
  "\n  fragment TaskWritten on TaskPayload {\n    position\n    task {\n      id\n      version\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n": typeof types.TaskWrittenFragmentDoc;
  "\n  mutation TaskCreate($input: TaskCreateInput!) {\n    taskCreate(input: $input) {\n      ...TaskWritten\n    }\n  }\n": typeof types.TaskCreateDocument;
  "\n  mutation TaskChange($input: TaskChangeInput!) {\n    taskChange(input: $input) {\n      ...TaskWritten\n    }\n  }\n": typeof types.TaskChangeDocument;
  "\n  mutation TaskComplete($id: UUID!) {\n    taskComplete(id: $id) {\n      ...TaskWritten\n    }\n  }\n": typeof types.TaskCompleteDocument;
  "\n  mutation TaskCancel($id: UUID!) {\n    taskCancel(id: $id) {\n      ...TaskWritten\n    }\n  }\n": typeof types.TaskCancelDocument;
  "\n  mutation TaskReopen($id: UUID!) {\n    taskReopen(id: $id) {\n      ...TaskWritten\n    }\n  }\n": typeof types.TaskReopenDocument;
  "\n  mutation TaskDelete($id: UUID!) {\n    taskDelete(id: $id) {\n      ...TaskWritten\n    }\n  }\n": typeof types.TaskDeleteDocument;
  "\n  mutation TaskRestore($id: UUID!) {\n    taskRestore(id: $id) {\n      ...TaskWritten\n    }\n  }\n": typeof types.TaskRestoreDocument;
  "\n  fragment TaskParts on Task {\n    id\n    title\n    details\n    state\n    priority\n    dueOn\n    dueAt\n    assigneeId\n    assigneeName\n    entity\n    recordId\n    recordName\n    createdByName\n    settledAt\n    settledByName\n    mayChange\n    version\n  }\n": typeof types.TaskPartsFragmentDoc;
  "\n  query Tasks($filter: TaskFilter!, $first: Int!, $after: String) {\n    tasks(filter: $filter, first: $first, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...TaskParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.TasksDocument;
  "\n  query TaskCounts($timeZone: String!) {\n    taskCounts(timeZone: $timeZone) {\n      open\n      overdue\n    }\n  }\n": typeof types.TaskCountsDocument;
  "\n  query TaskAssignees {\n    taskAssignees {\n      id\n      name\n    }\n  }\n": typeof types.TaskAssigneesDocument;
  "\n  fragment Refusal on UserError {\n    code\n    field\n    message\n  }\n": typeof types.RefusalFragmentDoc;
  "\n  fragment Progress on JobProgress {\n    done\n    total\n    rate\n    etaSeconds\n    phase\n  }\n": typeof types.ProgressFragmentDoc;
  "\n  mutation PreferencesSave($input: PreferencesInput!) {\n    preferencesSave(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.PreferencesSaveDocument;
  "\n  fragment AudienceEventParts on AudienceEvent {\n    position\n    eventType\n    title\n    at\n    actorName\n    sourceLabel\n    changes {\n      label\n      old\n      new\n    }\n  }\n": typeof types.AudienceEventPartsFragmentDoc;
  "\n  query SegmentHistory($id: UUID!) {\n    segmentHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n": typeof types.SegmentHistoryDocument;
  "\n  query ListHistory($id: UUID!) {\n    listHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n": typeof types.ListHistoryDocument;
  "\n  query DomainSetHistory($id: UUID!) {\n    domainSetHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n": typeof types.DomainSetHistoryDocument;
  "\n  query EmailTemplateHistory($id: UUID!) {\n    emailTemplateHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n": typeof types.EmailTemplateHistoryDocument;
  "\n  query EmailSnippetHistory($id: UUID!) {\n    emailSnippetHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n": typeof types.EmailSnippetHistoryDocument;
  "\n  query CampaignHistory($id: UUID!) {\n    campaignHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n": typeof types.CampaignHistoryDocument;
  "\n  query FieldCatalogue($entity: Entity!) {\n    fieldCatalogue(entity: $entity) {\n      key\n      label\n      kind\n      group\n      personal\n      writable\n      unique\n      required\n      sortable\n      custom\n      options\n      choices {\n        value\n        label\n        retired\n      }\n    }\n  }\n": typeof types.FieldCatalogueDocument;
  "\n  query FilterFields($entity: Entity!) {\n    filterFields(entity: $entity) {\n      key\n      label\n      group\n      type\n      kind\n      options\n      choices {\n        value\n        label\n        retired\n      }\n      suggestions\n      operators {\n        name\n        label\n        takes\n      }\n    }\n  }\n": typeof types.FilterFieldsDocument;
  "\n  query FilterSuggestions($entity: Entity!, $field: String!, $prefix: String!) {\n    filterSuggestions(entity: $entity, field: $field, prefix: $prefix) {\n      value\n      label\n      seen\n    }\n  }\n": typeof types.FilterSuggestionsDocument;
  "\n  query FilterCheck($entity: Entity!, $filter: JSON!) {\n    filterCheck(entity: $entity, filter: $filter) {\n      valid\n      sentence\n      errors {\n        path\n        message\n      }\n    }\n  }\n": typeof types.FilterCheckDocument;
  "\n  query FilterSentence($entity: Entity!, $filter: JSON!) {\n    filterSentence(entity: $entity, filter: $filter)\n  }\n": typeof types.FilterSentenceDocument;
  "\n  query HistoryOf($entity: Entity!, $id: UUID!, $first: Int!, $after: String, $wanted: TimelineFilter) {\n    history(entity: $entity, id: $id, first: $first, after: $after, wanted: $wanted) {\n      edges {\n        cursor\n        node {\n          position\n          eventType\n          title\n          about\n          at\n          source\n          sourceLabel\n          importId\n          actorName\n          restoredFrom\n          undoable\n          requestId\n          changes {\n            field\n            label\n            old\n            new\n            kept\n            rule\n            derived\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.HistoryOfDocument;
  "\n  query TimelineFacets($entity: Entity!, $id: UUID!) {\n    timelineFacets(entity: $entity, id: $id) {\n      kinds {\n        key\n        label\n        count\n      }\n      actors {\n        id\n        name\n        count\n      }\n      moments {\n        position\n        at\n        eventType\n      }\n    }\n  }\n": typeof types.TimelineFacetsDocument;
  "\n  query RecordThen($entity: Entity!, $id: UUID!, $at: DateTime, $position: Int) {\n    recordAsOf(entity: $entity, id: $id, at: $at, position: $position) {\n      existed\n      archived\n      at\n      fields {\n        field\n        label\n        value\n        text\n        derived\n      }\n    }\n    recordCompare(entity: $entity, id: $id, from: $at, fromPosition: $position) {\n      fields {\n        field\n        label\n        to\n        toText\n        changed\n      }\n    }\n  }\n": typeof types.RecordThenDocument;
  "\n  query RecordsCompared(\n    $entity: Entity!\n    $id: UUID!\n    $from: DateTime\n    $fromPosition: Int\n    $to: DateTime\n    $toPosition: Int\n  ) {\n    recordCompare(\n      entity: $entity\n      id: $id\n      from: $from\n      fromPosition: $fromPosition\n      to: $to\n      toPosition: $toPosition\n    ) {\n      from {\n        existed\n        archived\n        at\n      }\n      to {\n        existed\n        archived\n        at\n      }\n      fields {\n        field\n        label\n        from\n        fromText\n        to\n        toText\n        changed\n      }\n    }\n  }\n": typeof types.RecordsComparedDocument;
  "\n  query Memberships($entity: Entity!, $id: UUID!, $past: Boolean!) {\n    memberships(entity: $entity, id: $id, past: $past) {\n      segments {\n        segmentId\n        name\n        archived\n        enteredAt\n        enteredBecause {\n          cause\n          conditions {\n            sentence\n            holds\n          }\n        }\n        leftAt\n        leftBecause {\n          cause\n          conditions {\n            sentence\n            holds\n          }\n        }\n      }\n      lists {\n        listId\n        name\n        archived\n        source\n        how\n        byName\n        enteredAt\n        leftAt\n      }\n      domainSets {\n        domainSetId\n        name\n        archived\n        domain\n        byAccount\n        via\n        matchedAt\n        since\n      }\n    }\n  }\n": typeof types.MembershipsDocument;
  "\n  mutation RecordsMerge($input: RecordsMergeInput!) {\n    recordsMerge(input: $input) {\n      position\n      bulk {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.RecordsMergeDocument;
  "\n  mutation MergeUndo($input: BulkUndoInput!) {\n    bulkUndo(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.MergeUndoDocument;
  "\n  query MergeUndone($id: UUID!) {\n    bulk(id: $id) {\n      state\n      undo {\n        state\n      }\n    }\n  }\n": typeof types.MergeUndoneDocument;
  "\n  query MergeContacts($ids: [UUID!]!) {\n    contacts(filter: { ids: $ids, archived: null }, first: 60) {\n      edges {\n        node {\n          id\n          version\n          archived\n          fields\n          accountId\n          accountName\n          createdAt\n          updatedAt\n        }\n      }\n    }\n  }\n": typeof types.MergeContactsDocument;
  "\n  query MergeAccounts($ids: [UUID!]!) {\n    accounts(filter: { ids: $ids, archived: null }, first: 60) {\n      edges {\n        node {\n          id\n          version\n          archived\n          fields\n          createdAt\n          updatedAt\n        }\n      }\n    }\n  }\n": typeof types.MergeAccountsDocument;
  "\n  query UndoNames($contacts: [UUID!]!, $accounts: [UUID!]!, $ofContacts: Boolean!, $ofAccounts: Boolean!) {\n    contacts(first: 100, filter: { ids: $contacts, archived: null }) @include(if: $ofContacts) {\n      edges {\n        node {\n          id\n          fullName\n          email\n        }\n      }\n    }\n    accounts(first: 100, filter: { ids: $accounts, archived: null }) @include(if: $ofAccounts) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.UndoNamesDocument;
  "\n  query PhoneAssessed($number: String!) {\n    phoneAssessment(number: $number) {\n      validity\n      line\n      lineLabel\n      countryName\n      timeZone\n    }\n  }\n": typeof types.PhoneAssessedDocument;
  "\n  fragment Origin on ValueOrigin {\n    position\n    at\n    sourceLabel\n    importId\n    actorName\n    restoredFrom\n  }\n": typeof types.OriginFragmentDoc;
  "\n  query ProvenanceOf($entity: Entity!, $id: UUID!) {\n    provenance(entity: $entity, id: $id) {\n      fields {\n        field\n        current {\n          value\n          text\n          derived\n          origin {\n            ...Origin\n          }\n        }\n        earlier {\n          value\n          text\n          derived\n          origin {\n            ...Origin\n          }\n        }\n        kept {\n          value\n          text\n          rule\n          origin {\n            ...Origin\n          }\n        }\n      }\n    }\n  }\n": typeof types.ProvenanceOfDocument;
  "\n  fragment UndoRow on ImportUndoRow {\n    entity\n    recordId\n    name\n    outcome\n    changes {\n      field\n      label\n      old\n      new\n    }\n    conflicts {\n      field\n      label\n      reason\n      message\n    }\n  }\n": typeof types.UndoRowFragmentDoc;
  "\n  query RecordWork($entity: Entity!, $id: UUID!) {\n    tasks(first: 0, filter: { entity: $entity, recordId: $id, states: [OPEN] }) {\n      totalCount\n    }\n    notes(first: 0, entity: $entity, recordId: $id) {\n      totalCount\n    }\n  }\n": typeof types.RecordWorkDocument;
  "\n  query Search($text: String!, $kinds: [SearchKind!], $first: Int!, $archived: Boolean!, $audiences: Boolean!) {\n    search(text: $text, kinds: $kinds, first: $first, archived: $archived) {\n      stale\n      audiences @include(if: $audiences) {\n        total\n        hits {\n          kind\n          id\n          entity\n          archived\n          tags\n          namePieces {\n            text\n            hit\n          }\n        }\n      }\n      groups {\n        kind\n        total\n        more\n        hits {\n          kind\n          id\n          title\n          archived\n          titlePieces {\n            text\n            hit\n          }\n          subtitlePieces {\n            text\n            hit\n          }\n          matched {\n            field\n            label\n            pieces {\n              text\n              hit\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.SearchDocument;
  "\n  query SearchOpened(\n    $first: Int!\n    $contacts: ContactFilter\n    $accounts: AccountFilter\n    $withContacts: Boolean!\n    $withAccounts: Boolean!\n  ) {\n    contacts(first: $first, filter: $contacts) @include(if: $withContacts) {\n      edges {\n        node {\n          id\n          fullName\n          email\n          jobTitle\n          accountName\n          archived\n          erased\n        }\n      }\n    }\n    accounts(first: $first, filter: $accounts) @include(if: $withAccounts) {\n      edges {\n        node {\n          id\n          name\n          domain\n          archived\n        }\n      }\n    }\n  }\n": typeof types.SearchOpenedDocument;
  "\n  mutation ClientViewEnd($id: UUID!) {\n    clientViewEnd(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n": typeof types.ClientViewEndDocument;
};
const documents: Documents = {
  "\n  fragment AccountChanged on AccountPayload {\n    position\n    userErrors {\n      ...Refusal\n      recordId\n    }\n    account {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      tags\n      status\n      ownerName\n      contactCount\n      archived\n      mayArchive\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n":
    types.AccountChangedFragmentDoc,
  "\n  mutation AccountCreate($input: RecordInput!) {\n    accountCreate(input: $input) {\n      ...AccountChanged\n    }\n  }\n":
    types.AccountCreateDocument,
  "\n  mutation AccountUpdate($input: RecordUpdateInput!) {\n    accountUpdate(input: $input) {\n      ...AccountChanged\n    }\n  }\n":
    types.AccountUpdateDocument,
  "\n  mutation AccountArchive($input: RecordActionInput!) {\n    accountArchive(input: $input) {\n      ...AccountChanged\n    }\n  }\n":
    types.AccountArchiveDocument,
  "\n  mutation AccountRestore($input: RecordActionInput!) {\n    accountRestore(input: $input) {\n      ...AccountChanged\n    }\n  }\n":
    types.AccountRestoreDocument,
  "\n  mutation AccountUndo($input: RecordUndoInput!) {\n    accountUndo(input: $input) {\n      ...AccountChanged\n    }\n  }\n":
    types.AccountUndoDocument,
  "\n  mutation AccountRestoreValues($input: RecordRestoreValuesInput!) {\n    accountRestoreValues(input: $input) {\n      ...AccountChanged\n    }\n  }\n":
    types.AccountRestoreValuesDocument,
  "\n  query AccountTree($id: UUID!) {\n    accountTree(id: $id) {\n      more\n      nodes {\n        id\n        parentId\n        name\n        domain\n        archived\n        status\n        contactCount\n        depth\n      }\n    }\n  }\n":
    types.AccountTreeDocument,
  "\n  query AccountPeople($id: UUID!) {\n    accountPeople(id: $id) {\n      total\n      withEmail\n      emailVerified\n      withPhone\n      seniorities\n      cells {\n        seniority\n        department\n        count\n      }\n    }\n  }\n":
    types.AccountPeopleDocument,
  "\n  query AccountList($first: Int!, $after: String, $before: String, $filter: AccountFilter, $sort: RecordSort) {\n    accounts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          name\n          domain\n          industry\n          employeesSizeRange\n          staffCount\n          hqCity\n          hqCountry\n          mainPhone\n          tags\n          status\n          ownerName\n          clientRestrictionId\n          clientRestrictionName\n          contactCount\n          archived\n          mayArchive\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.AccountListDocument,
  "\n  query AccountCount($filter: AccountFilter) {\n    accounts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.AccountCountDocument,
  "\n  query AccountRecord($id: UUID!) {\n    account(id: $id) {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      status\n      ownerName\n      contactCount\n      archived\n      mergedInto\n      mayArchive\n      sourceLabel\n      importId\n      teamName\n      clientRestrictionId\n      clientRestrictionName\n      createdAt\n      updatedAt\n      version\n      fields\n      parent {\n        id\n        name\n      }\n    }\n  }\n":
    types.AccountRecordDocument,
  "\n  mutation BulkStart($input: BulkStartInput!) {\n    bulkStart(input: $input) {\n      position\n      bulk {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.BulkStartDocument,
  "\n  mutation BulkCancel($input: BulkActionOnInput!) {\n    bulkCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.BulkCancelDocument,
  "\n  mutation BulkUndoPreview($input: BulkActionOnInput!) {\n    bulkUndoPreview(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.BulkUndoPreviewDocument,
  "\n  mutation BulkUndo($input: BulkUndoInput!) {\n    bulkUndo(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.BulkUndoDocument,
  "\n  mutation BulkUndoCancel($input: BulkActionOnInput!) {\n    bulkUndoCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.BulkUndoCancelDocument,
  "\n  fragment BulkUndoRun on BulkUndo {\n    state\n    startedAt\n    finishedAt\n    counts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    progress {\n      ...Progress\n    }\n  }\n":
    types.BulkUndoRunFragmentDoc,
  "\n  fragment BulkFull on Bulk {\n    id\n    entity\n    state\n    action {\n      kind\n      title\n      asked\n      fields {\n        field\n        label\n      }\n    }\n    byIds\n    filter\n    expected\n    counts {\n      selected\n      changed\n      unchanged\n      refused\n      notRun\n    }\n    reasons {\n      code\n      message\n      count\n    }\n    createdAt\n    createdBy\n    mine\n    finishedAt\n    error\n    mayUndo\n    whyNotUndo\n    progress {\n      ...Progress\n    }\n    undo {\n      ...BulkUndoRun\n    }\n    undoPreview {\n      ...BulkUndoRun\n    }\n  }\n":
    types.BulkFullFragmentDoc,
  "\n  query BulkChange($id: UUID!) {\n    bulk(id: $id) {\n      ...BulkFull\n    }\n  }\n": types.BulkChangeDocument,
  "\n  query BulkList($first: Int!, $after: String) {\n    bulks(first: $first, after: $after) {\n      stale\n      edges {\n        cursor\n        node {\n          ...BulkFull\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.BulkListDocument,
  "\n  query BulkCount {\n    bulks(first: 1) {\n      totalCount\n    }\n  }\n": types.BulkCountDocument,
  "\n  query BulkPreview($selection: BulkSelectionInput!) {\n    bulkPreview(selection: $selection) {\n      matching\n      outOfReach\n      archived\n    }\n  }\n":
    types.BulkPreviewDocument,
  "\n  query BulkRecords($id: UUID!, $outcome: BulkOutcome, $first: Int!, $after: String) {\n    bulkRecords(id: $id, outcome: $outcome, first: $first, after: $after) {\n      edges {\n        node {\n          recordId\n          name\n          outcome\n          code\n          message\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n":
    types.BulkRecordsDocument,
  "\n  subscription BulkProgress($id: UUID!) {\n    bulkProgress(id: $id) {\n      ...BulkFull\n    }\n  }\n":
    types.BulkProgressDocument,
  "\n  query BulkUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {\n    bulkUndoRows(id: $id, list: $list, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n":
    types.BulkUndoRowsDocument,
  "\n  query BulkUndoLeft($id: UUID!, $first: Int!, $after: String) {\n    bulkUndoLeft(id: $id, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n":
    types.BulkUndoLeftDocument,
  "\n  fragment ContactChanged on ContactPayload {\n    position\n    userErrors {\n      ...Refusal\n      recordId\n    }\n    contact {\n      id\n      fullName\n      jobTitle\n      seniorityLevel\n      department\n      email\n      emailStatus\n      directPhone\n      accountId\n      accountName\n      accountDomain\n      city\n      country\n      lifecycle\n      tags\n      ownerName\n      archived\n      mayArchive\n      erased\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n":
    types.ContactChangedFragmentDoc,
  "\n  mutation ContactCreate($input: RecordInput!) {\n    contactCreate(input: $input) {\n      ...ContactChanged\n    }\n  }\n":
    types.ContactCreateDocument,
  "\n  mutation ContactUpdate($input: RecordUpdateInput!) {\n    contactUpdate(input: $input) {\n      ...ContactChanged\n    }\n  }\n":
    types.ContactUpdateDocument,
  "\n  mutation ContactArchive($input: RecordActionInput!) {\n    contactArchive(input: $input) {\n      ...ContactChanged\n    }\n  }\n":
    types.ContactArchiveDocument,
  "\n  mutation ContactRestore($input: RecordActionInput!) {\n    contactRestore(input: $input) {\n      ...ContactChanged\n    }\n  }\n":
    types.ContactRestoreDocument,
  "\n  mutation ContactUndo($input: RecordUndoInput!) {\n    contactUndo(input: $input) {\n      ...ContactChanged\n    }\n  }\n":
    types.ContactUndoDocument,
  "\n  mutation ContactRestoreValues($input: RecordRestoreValuesInput!) {\n    contactRestoreValues(input: $input) {\n      ...ContactChanged\n    }\n  }\n":
    types.ContactRestoreValuesDocument,
  "\n  mutation ContactErase($input: ContactEraseInput!) {\n    contactErase(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ContactEraseDocument,
  "\n  query ContactList($first: Int!, $after: String, $before: String, $filter: ContactFilter, $sort: RecordSort) {\n    contacts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          fullName\n          jobTitle\n          seniorityLevel\n          department\n          email\n          emailStatus\n          directPhone\n          accountId\n          accountName\n          accountDomain\n          city\n          country\n          lifecycle\n          tags\n          ownerName\n          clientRestrictionId\n          clientRestrictionName\n          archived\n          mayArchive\n          erased\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.ContactListDocument,
  "\n  query ContactCount($filter: ContactFilter) {\n    contacts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.ContactCountDocument,
  "\n  query ContactRecord($id: UUID!) {\n    contact(id: $id) {\n      id\n      fullName\n      jobTitle\n      email\n      emailStatus\n      directPhone\n      mobilePhone\n      phoneStatus\n      accountId\n      accountName\n      accountDomain\n      accountLink\n      timezone\n      ownerName\n      archived\n      mergedInto\n      mayArchive\n      erased\n      sourceLabel\n      importId\n      teamName\n      clientRestrictionId\n      clientRestrictionName\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n":
    types.ContactRecordDocument,
  "\n  mutation CustomFieldDefine($input: CustomFieldDefineInput!) {\n    customFieldDefine(input: $input) {\n      customField {\n        entity\n        key\n        label\n      }\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.CustomFieldDefineDocument,
  "\n  mutation CustomFieldChange($input: CustomFieldChangeInput!) {\n    customFieldChange(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.CustomFieldChangeDocument,
  "\n  mutation CustomFieldArchive($entity: Entity!, $key: String!) {\n    customFieldArchive(entity: $entity, key: $key) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.CustomFieldArchiveDocument,
  "\n  mutation CustomFieldRestore($entity: Entity!, $key: String!) {\n    customFieldRestore(entity: $entity, key: $key) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.CustomFieldRestoreDocument,
  "\n  query CustomFieldList($entity: Entity!) {\n    customFields(entity: $entity, archived: true) {\n      entity\n      key\n      label\n      type\n      options {\n        value\n        label\n        retired\n      }\n      required\n      unique\n      default\n      archived\n      createdByName\n      createdAt\n    }\n  }\n":
    types.CustomFieldListDocument,
  "\n  mutation DomainSetUpload($input: DomainSetUploadInput!) {\n    domainSetUpload(input: $input) {\n      id\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.DomainSetUploadDocument,
  "\n  mutation DomainSetUpdate($input: DomainSetUpdateInput!) {\n    domainSetUpdate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.DomainSetUpdateDocument,
  "\n  mutation DomainSetArchive($id: UUID!) {\n    domainSetArchive(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.DomainSetArchiveDocument,
  "\n  mutation DomainSetRestore($id: UUID!) {\n    domainSetRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.DomainSetRestoreDocument,
  "\n  mutation DomainSetMatch($id: UUID!, $stubs: Boolean) {\n    domainSetMatch(id: $id, stubs: $stubs) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.DomainSetMatchDocument,
  "\n  mutation DomainSetMatchCancel($id: UUID!) {\n    domainSetMatchCancel(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.DomainSetMatchCancelDocument,
  "\n  mutation DomainSetItemJudge($input: DomainSetItemJudgeInput!) {\n    domainSetItemJudge(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.DomainSetItemJudgeDocument,
  "\n  mutation DomainSetItemRetract($input: DomainSetItemRetractInput!) {\n    domainSetItemRetract(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.DomainSetItemRetractDocument,
  "\n  fragment DomainSetShown on DomainSet {\n    id\n    name\n    sharing\n    teamId\n    ownerId\n    ownerName\n    tags\n    source\n    fileName\n    stubs\n    state\n    error\n    jobId\n    items\n    repeated\n    invalid\n    matchedAt\n    archived\n    createdAt\n    updatedAt\n  }\n":
    types.DomainSetShownFragmentDoc,
  "\n  fragment DomainSetItemShown on DomainSetItem {\n    number\n    domain\n    accountName\n    notes\n    given\n    repaired\n    resembles\n    status\n    accountId\n    account\n    accountDomain\n    accountStatus\n    via\n    confidence\n    likeness\n    judgedAt\n    contacts\n  }\n":
    types.DomainSetItemShownFragmentDoc,
  "\n  query DomainSetList($first: Int!, $after: String, $q: String, $archived: Boolean!) {\n    domainSets(first: $first, after: $after, q: $q, archived: $archived) {\n      edges {\n        cursor\n        node {\n          ...DomainSetShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.DomainSetListDocument,
  "\n  query DomainSetCount($q: String, $archived: Boolean!) {\n    domainSets(first: 1, q: $q, archived: $archived) {\n      totalCount\n    }\n  }\n":
    types.DomainSetCountDocument,
  "\n  query DomainSetOne($id: UUID!) {\n    domainSet(id: $id) {\n      ...DomainSetShown\n    }\n  }\n":
    types.DomainSetOneDocument,
  "\n  query DomainSetFigures($id: UUID!) {\n    domainSet(id: $id) {\n      contactCount\n      usedBy {\n        id\n        name\n        entity\n      }\n      report {\n        items\n        exact\n        confirmed\n        fuzzy\n        unknown\n        pending\n        matchRate\n        accounts\n        stubs\n        lookalikes\n      }\n    }\n  }\n":
    types.DomainSetFiguresDocument,
  "\n  query DomainSetWays($id: UUID!) {\n    domain: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: DOMAIN }) {\n      totalCount\n    }\n    alternate: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: ALTERNATE }) {\n      totalCount\n    }\n    fuzzy: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: FUZZY }) {\n      totalCount\n    }\n    manual: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: MANUAL }) {\n      totalCount\n    }\n  }\n":
    types.DomainSetWaysDocument,
  "\n  query DomainSetItemList($id: UUID!, $first: Int!, $after: String, $filter: DomainSetItemFilter) {\n    domainSetItems(id: $id, first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...DomainSetItemShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.DomainSetItemListDocument,
  "\n  query DomainSetItemCount($id: UUID!, $filter: DomainSetItemFilter) {\n    domainSetItems(id: $id, first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.DomainSetItemCountDocument,
  "\n  query DomainSetLineList($id: UUID!, $first: Int!, $after: String) {\n    domainSetInvalidLines(id: $id, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          number\n          code\n          reason\n          given\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.DomainSetLineListDocument,
  "\n  query DomainSetLineCount($id: UUID!) {\n    domainSetInvalidLines(id: $id, first: 1) {\n      totalCount\n    }\n  }\n":
    types.DomainSetLineCountDocument,
  "\n  query DomainSetContactList($id: UUID!, $first: Int!, $after: String, $filter: DomainSetContactFilter) {\n    domainSetContacts(id: $id, first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          fullName\n          jobTitle\n          seniority\n          department\n          email\n          accountId\n          accountName\n          matchedVia\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.DomainSetContactListDocument,
  "\n  query DomainSetContactCount($id: UUID!, $filter: DomainSetContactFilter) {\n    domainSetContacts(id: $id, first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.DomainSetContactCountDocument,
  "\n  query DomainSetJob($id: UUID!) {\n    job(id: $id) {\n      state\n      error\n      progress {\n        ...Progress\n      }\n    }\n  }\n":
    types.DomainSetJobDocument,
  "\n  mutation DuplicatesFind($input: DuplicatesFindInput!) {\n    duplicatesFind(input: $input) {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.DuplicatesFindDocument,
  "\n  mutation DuplicatesJudge($input: DuplicatesJudgeInput!) {\n    duplicatesJudge(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.DuplicatesJudgeDocument,
  "\n  mutation DuplicatesMerge($input: DuplicatesMergeInput!) {\n    duplicatesMerge(input: $input) {\n      position\n      bulk {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.DuplicatesMergeDocument,
  "\n  query DuplicateQueue($entity: Entity!, $filter: DuplicateFilter, $first: Int!, $after: String) {\n    duplicates(entity: $entity, filter: $filter, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          a\n          b\n          score\n          class\n          reasons\n          dismissedAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.DuplicateQueueDocument,
  "\n  query DuplicateStanding($entity: Entity!) {\n    duplicateStanding(entity: $entity) {\n      exact\n      duplicate\n      review\n      dismissed\n      lookedAt\n      lookedRecords\n      jobId\n    }\n  }\n":
    types.DuplicateStandingDocument,
  "\n  mutation EmailVerificationStart($input: EmailVerificationStartInput!) {\n    emailVerificationStart(input: $input) {\n      position\n      id\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailVerificationStartDocument,
  "\n  mutation EmailVerificationCancel($input: EmailVerificationCancelInput!) {\n    emailVerificationCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailVerificationCancelDocument,
  "\n  fragment EmailVerificationFull on EmailVerification {\n    id\n    state\n    byIds\n    expected\n    importId\n    again\n    mailboxes\n    counts {\n      valid\n      risky\n      invalid\n      disposable\n      catchAll\n      unknown\n      noEmail\n      refused\n      notRun\n      known\n      changed\n      done\n    }\n    reasons {\n      code\n      message\n      count\n    }\n    createdAt\n    createdBy\n    finishedAt\n    error\n    progress {\n      ...Progress\n    }\n  }\n":
    types.EmailVerificationFullFragmentDoc,
  "\n  query EmailVerificationOne($id: UUID!) {\n    emailVerification(id: $id) {\n      ...EmailVerificationFull\n    }\n  }\n":
    types.EmailVerificationOneDocument,
  "\n  query EmailVerificationList($first: Int!, $after: String, $importId: UUID) {\n    emailVerifications(first: $first, after: $after, importId: $importId) {\n      stale\n      edges {\n        cursor\n        node {\n          ...EmailVerificationFull\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.EmailVerificationListDocument,
  "\n  query EmailVerificationCount {\n    emailVerifications(first: 1) {\n      totalCount\n    }\n  }\n":
    types.EmailVerificationCountDocument,
  "\n  query EmailVerificationContacts($id: UUID!, $outcome: EmailVerificationOutcome, $first: Int!, $after: String) {\n    emailVerificationContacts(id: $id, outcome: $outcome, first: $first, after: $after) {\n      edges {\n        node {\n          contactId\n          name\n          email\n          outcome\n          reason\n          message\n          changed\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n":
    types.EmailVerificationContactsDocument,
  "\n  query EmailVerificationSettings {\n    emailVerificationSettings {\n      mailboxes\n      perMinute\n      hostBudget\n    }\n  }\n":
    types.EmailVerificationSettingsDocument,
  "\n  subscription EmailVerificationProgress($id: UUID!) {\n    emailVerificationProgress(id: $id) {\n      ...EmailVerificationFull\n    }\n  }\n":
    types.EmailVerificationProgressDocument,
  "\n  mutation IndustrySuggest($input: IndustrySuggestInput!) {\n    industrySuggest(input: $input) {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.IndustrySuggestDocument,
  "\n  mutation IndustrySuggestionAccept($id: UUID!) {\n    industrySuggestionAccept(accountId: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.IndustrySuggestionAcceptDocument,
  "\n  mutation IndustrySuggestionReject($input: IndustryRejectInput!) {\n    industrySuggestionReject(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.IndustrySuggestionRejectDocument,
  "\n  mutation IndustrySuggestionReopen($id: UUID!) {\n    industrySuggestionReopen(accountId: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.IndustrySuggestionReopenDocument,
  "\n  mutation IndustrySuggestionsAcceptAll($input: IndustryAcceptAllInput!) {\n    industrySuggestionsAcceptAll(input: $input) {\n      bulkId\n      accounts\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.IndustrySuggestionsAcceptAllDocument,
  "\n  mutation IndustrySuggestionsRejectAll($input: IndustryRejectAllInput!) {\n    industrySuggestionsRejectAll(input: $input) {\n      bulkId\n      accounts\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.IndustrySuggestionsRejectAllDocument,
  "\n  fragment IndustrySuggestionShown on IndustrySuggestion {\n    accountId\n    accountName\n    accountDomain\n    description\n    currentIndustry\n    decision\n    industry\n    naics {\n      code\n      title\n    }\n    sic {\n      code\n      title\n    }\n    confidence\n    suggestedBy\n    because {\n      place\n      words\n    }\n    suggestedAt\n    decidedAt\n    decidedByName\n    reason\n    reverted\n  }\n":
    types.IndustrySuggestionShownFragmentDoc,
  "\n  query IndustrySuggestionList($first: Int!, $after: String, $filter: IndustrySuggestionFilter) {\n    industrySuggestions(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...IndustrySuggestionShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.IndustrySuggestionListDocument,
  "\n  query IndustrySuggestionCount($filter: IndustrySuggestionFilter) {\n    industrySuggestions(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.IndustrySuggestionCountDocument,
  "\n  query IndustrySuggestionCounts {\n    industrySuggestionCounts {\n      pending\n      sure\n      accepted\n      rejected\n      hasModel\n    }\n  }\n":
    types.IndustrySuggestionCountsDocument,
  "\n  query IndustrySuggestionOf($id: UUID!) {\n    industrySuggestion(accountId: $id) {\n      ...IndustrySuggestionShown\n    }\n  }\n":
    types.IndustrySuggestionOfDocument,
  "\n  query IndustrySuggestJob($id: UUID!) {\n    job(id: $id) {\n      state\n      error\n      progress {\n        done\n        total\n        phase\n      }\n    }\n  }\n":
    types.IndustrySuggestJobDocument,
  "\n  mutation ExportStart($input: ExportStartInput!) {\n    exportStart(input: $input) {\n      position\n      export {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ExportStartDocument,
  "\n  mutation ExportCancel($input: ExportActionInput!) {\n    exportCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ExportCancelDocument,
  "\n  mutation ExportLink($input: ExportActionInput!) {\n    exportLink(input: $input) {\n      url\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ExportLinkDocument,
  "\n  query ExportList($first: Int!, $after: String) {\n    exports(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          entity\n          format\n          state\n          columns\n          filter\n          createdAt\n          createdBy\n          mine\n          finishedAt\n          error\n          rows\n          asOf\n          fileSize\n          cutCells\n          restricted\n          leftOut\n          expiresAt\n          progress {\n            ...Progress\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.ExportListDocument,
  "\n  query ExportCount {\n    exports(first: 1) {\n      totalCount\n    }\n  }\n": types.ExportCountDocument,
  "\n  mutation ImportFixRows($input: ImportFixRowsInput!) {\n    importFixRows(input: $input) {\n      position\n      import {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ImportFixRowsDocument,
  "\n  mutation ImportAgain($input: ImportActionInput!) {\n    importAgain(input: $input) {\n      position\n      import {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ImportAgainDocument,
  "\n  query ImportRejectedRows($id: UUID!, $first: Int!, $after: String) {\n    importRejectedRows(id: $id, first: $first, after: $after) {\n      rows {\n        row\n        cells\n        reasons {\n          code\n          field\n          message\n        }\n        fix {\n          importId\n          outcome\n        }\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n":
    types.ImportRejectedRowsDocument,
  "\n  mutation ImportMap($input: ImportMapInput!) {\n    importMap(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ImportMapDocument,
  "\n  mutation ImportChooseSheet($input: ImportChooseSheetInput!) {\n    importChooseSheet(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ImportChooseSheetDocument,
  "\n  mutation ImportPreview($input: ImportActionInput!) {\n    importPreview(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ImportPreviewDocument,
  "\n  mutation ImportStart($input: ImportActionInput!, $verifyEmails: Boolean!) {\n    importStart(input: $input, verifyEmails: $verifyEmails) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ImportStartDocument,
  "\n  mutation ImportCancel($input: ImportActionInput!) {\n    importCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ImportCancelDocument,
  "\n  query ImportPreviewRows($id: UUID!, $list: ImportPreviewList!, $first: Int!, $after: String) {\n    importPreviewRows(id: $id, list: $list, first: $first, after: $after) {\n      rows {\n        row\n        entity\n        recordId\n        intoRow\n        name\n        changes {\n          field\n          label\n          old\n          new\n          kept\n          rule\n        }\n        reasons {\n          code\n          field\n          message\n          rejected\n        }\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n":
    types.ImportPreviewRowsDocument,
  "\n  query ImportList($first: Int!, $after: String) {\n    imports(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          fileName\n          fileSize\n          state\n          createdAt\n          createdBy\n          startedAt\n          finishedAt\n          position\n          rowCount\n          error\n          outcomes {\n            read\n            created\n            updated\n            unchanged\n            mergedInFile\n            matchesArchived\n            rejected\n            notRun\n            warnings\n          }\n          progress {\n            ...Progress\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.ImportListDocument,
  "\n  query ImportCount {\n    imports(first: 1) {\n      totalCount\n    }\n  }\n": types.ImportCountDocument,
  "\n  fragment ImportUndoRun on ImportUndo {\n    state\n    startedAt\n    finishedAt\n    contacts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    accounts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    progress {\n      ...Progress\n    }\n  }\n":
    types.ImportUndoRunFragmentDoc,
  "\n  fragment ImportFull on Import {\n    id\n    name\n    fileName\n    fileSize\n    fileHash\n    state\n    createdAt\n    createdBy\n    encoding\n    delimiter\n    headerRow\n    rowCount\n    defaultCountry\n    kind\n    suppliedById\n    suppliedByName\n    sheet\n    sheets {\n      name\n      rows\n    }\n    parentId\n    fixedRows\n    usedBefore {\n      importId\n      name\n      at\n      kind\n      defaultCountry\n    }\n    undo {\n      ...ImportUndoRun\n    }\n    undoPreview {\n      ...ImportUndoRun\n    }\n    preview {\n      state\n      startedAt\n      finishedAt\n      expiresAt\n      error\n      accountsCreated\n      accountsUpdated\n      outcomes {\n        read\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n        rejected\n        notRun\n        warnings\n      }\n      progress {\n        ...Progress\n      }\n    }\n    accountsCreated\n    accountsUpdated\n    startedAt\n    finishedAt\n    position\n    error\n    rejectFileUrl\n    filesRemovedAt\n    columns {\n      index\n      header\n      samples\n      suggestedField\n      suggestedEntity\n      suggestedRule\n      usedBefore\n      guess {\n        field\n        entity\n        confidence\n      }\n      confidence\n    }\n    mapping {\n      column\n      entity\n      field\n      rule\n    }\n    outcomes {\n      read\n      created\n      updated\n      unchanged\n      mergedInFile\n      matchesArchived\n      rejected\n      notRun\n      warnings\n    }\n    problems {\n      code\n      message\n      example\n      rows\n      rejected\n    }\n    progress {\n      ...Progress\n    }\n  }\n":
    types.ImportFullFragmentDoc,
  "\n  query ImportRecord($id: UUID!) {\n    import(id: $id) {\n      ...ImportFull\n    }\n  }\n":
    types.ImportRecordDocument,
  "\n  query ImportContacts($id: UUID!) {\n    import(id: $id) {\n      contacts {\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n      }\n    }\n  }\n":
    types.ImportContactsDocument,
  "\n  query ImportName($id: UUID!) {\n    import(id: $id) {\n      name\n    }\n  }\n": types.ImportNameDocument,
  "\n  query ImportUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {\n    importUndoRows(id: $id, list: $list, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n":
    types.ImportUndoRowsDocument,
  "\n  query ImportUndoLeft($id: UUID!, $first: Int!, $after: String) {\n    importUndoLeft(id: $id, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n":
    types.ImportUndoLeftDocument,
  "\n  mutation ImportUndoPreview($input: ImportActionInput!) {\n    importUndoPreview(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ImportUndoPreviewDocument,
  "\n  mutation ImportUndo($input: ImportUndoInput!) {\n    importUndo(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ImportUndoDocument,
  "\n  mutation ImportUndoCancel($input: ImportActionInput!) {\n    importUndoCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ImportUndoCancelDocument,
  "\n  subscription ImportProgress($id: UUID!) {\n    importProgress(id: $id) {\n      id\n      state\n      startedAt\n      finishedAt\n      position\n      error\n      outcomes {\n        read\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n        rejected\n        notRun\n        warnings\n      }\n      progress {\n        ...Progress\n      }\n    }\n  }\n":
    types.ImportProgressDocument,
  "\n  fragment ListWritten on ListPayload {\n    position\n    list {\n      ...ListParts\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n":
    types.ListWrittenFragmentDoc,
  "\n  fragment ListChangeMade on ListChangePayload {\n    position\n    list {\n      ...ListParts\n    }\n    change {\n      id\n      asked\n      changed\n      unchanged\n      refused {\n        entry\n        code\n        message\n      }\n      refusedCount\n      bulkId\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n":
    types.ListChangeMadeFragmentDoc,
  "\n  mutation ListCreate($input: ListCreateInput!) {\n    listCreate(input: $input) {\n      ...ListChangeMade\n    }\n  }\n":
    types.ListCreateDocument,
  "\n  mutation ListUpdate($input: ListUpdateInput!) {\n    listUpdate(input: $input) {\n      ...ListWritten\n    }\n  }\n":
    types.ListUpdateDocument,
  "\n  mutation ListArchive($id: UUID!) {\n    listArchive(id: $id) {\n      ...ListWritten\n    }\n  }\n":
    types.ListArchiveDocument,
  "\n  mutation ListRestore($id: UUID!) {\n    listRestore(id: $id) {\n      ...ListWritten\n    }\n  }\n":
    types.ListRestoreDocument,
  "\n  mutation ListAdd($input: ListChangeInput!) {\n    listAdd(input: $input) {\n      ...ListChangeMade\n    }\n  }\n":
    types.ListAddDocument,
  "\n  mutation ListRemove($input: ListChangeInput!) {\n    listRemove(input: $input) {\n      ...ListChangeMade\n    }\n  }\n":
    types.ListRemoveDocument,
  "\n  mutation ListUndo($input: ListUndoInput!) {\n    listUndo(input: $input) {\n      ...ListWritten\n    }\n  }\n":
    types.ListUndoDocument,
  "\n  mutation ListCombine($input: ListCombineInput!) {\n    listCombine(input: $input) {\n      ...ListChangeMade\n    }\n  }\n":
    types.ListCombineDocument,
  "\n  mutation ListSnapshot($input: ListSnapshotInput!) {\n    listSnapshot(input: $input) {\n      ...ListChangeMade\n    }\n  }\n":
    types.ListSnapshotDocument,
  "\n  mutation SegmentConvertToList($input: SegmentConvertToListInput!) {\n    segmentConvertToList(input: $input) {\n      ...ListChangeMade\n    }\n  }\n":
    types.SegmentConvertToListDocument,
  "\n  mutation DomainSetConvertToList($input: DomainSetConvertToListInput!) {\n    domainSetConvertToList(input: $input) {\n      ...ListChangeMade\n    }\n  }\n":
    types.DomainSetConvertToListDocument,
  "\n  fragment ListParts on List {\n    id\n    entity\n    name\n    tags\n    visibility\n    teamId\n    ownerId\n    ownerName\n    source\n    reference\n    fill\n    snapshotAt\n    members\n    membersChangedAt\n    archived\n    createdAt\n    updatedAt\n    mayEdit\n    mayShare\n  }\n":
    types.ListPartsFragmentDoc,
  "\n  query Lists($first: Int!, $after: String, $before: String, $filter: ListsFilter, $sort: RecordSort) {\n    lists(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          ...ListParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.ListsDocument,
  "\n  query ListCount($filter: ListsFilter) {\n    lists(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.ListCountDocument,
  "\n  query ListTags($filter: ListsFilter) {\n    lists(first: 100, filter: $filter) {\n      edges {\n        node {\n          tags\n        }\n      }\n    }\n  }\n":
    types.ListTagsDocument,
  "\n  query ListOne($id: UUID!) {\n    list(id: $id) {\n      ...ListParts\n    }\n  }\n": types.ListOneDocument,
  "\n  query ListUses($id: UUID!) {\n    list(id: $id) {\n      usedBy {\n        kind\n        id\n        name\n      }\n    }\n  }\n":
    types.ListUsesDocument,
  "\n  mutation PhoneLookupStart($input: PhoneLookupStartInput!) {\n    phoneLookupStart(input: $input) {\n      position\n      id\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.PhoneLookupStartDocument,
  "\n  mutation PhoneLookupCancel($input: PhoneLookupCancelInput!) {\n    phoneLookupCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.PhoneLookupCancelDocument,
  "\n  fragment PhoneLookupFull on PhoneLookup {\n    id\n    state\n    byIds\n    expected\n    importId\n    again\n    which\n    provider\n    counts {\n      mobile\n      fixedLine\n      notFound\n      voip\n      other\n      notValid\n      noPhone\n      refused\n      notRun\n      known\n      changed\n      done\n    }\n    lines {\n      code\n      label\n      count\n    }\n    createdAt\n    createdBy\n    finishedAt\n    error\n    progress {\n      ...Progress\n    }\n  }\n":
    types.PhoneLookupFullFragmentDoc,
  "\n  query PhoneLookupOne($id: UUID!) {\n    phoneLookup(id: $id) {\n      ...PhoneLookupFull\n    }\n  }\n":
    types.PhoneLookupOneDocument,
  "\n  query PhoneLookupList($first: Int!, $after: String, $importId: UUID) {\n    phoneLookups(first: $first, after: $after, importId: $importId) {\n      stale\n      edges {\n        cursor\n        node {\n          ...PhoneLookupFull\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.PhoneLookupListDocument,
  "\n  query PhoneLookupCount {\n    phoneLookups(first: 1) {\n      totalCount\n    }\n  }\n":
    types.PhoneLookupCountDocument,
  "\n  query PhoneLookupContacts($id: UUID!, $outcome: PhoneLookupOutcome, $first: Int!, $after: String) {\n    phoneLookupContacts(id: $id, outcome: $outcome, first: $first, after: $after) {\n      edges {\n        node {\n          contactId\n          accountId\n          name\n          phone\n          carrier\n          outcome\n          line\n          lineLabel\n          changed\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n":
    types.PhoneLookupContactsDocument,
  "\n  query PhoneLookupSettings {\n    phoneLookupSettings {\n      provider\n      perMinute\n      keptDays\n    }\n  }\n":
    types.PhoneLookupSettingsDocument,
  "\n  subscription PhoneLookupProgress($id: UUID!) {\n    phoneLookupProgress(id: $id) {\n      ...PhoneLookupFull\n    }\n  }\n":
    types.PhoneLookupProgressDocument,
  "\n  fragment SavedViewChanged on SavedViewPayload {\n    position\n    savedView {\n      ...SavedViewParts\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n":
    types.SavedViewChangedFragmentDoc,
  "\n  mutation SavedViewCreate($input: SavedViewCreateInput!) {\n    savedViewCreate(input: $input) {\n      ...SavedViewChanged\n    }\n  }\n":
    types.SavedViewCreateDocument,
  "\n  mutation SavedViewChange($input: SavedViewChangeInput!) {\n    savedViewChange(input: $input) {\n      ...SavedViewChanged\n    }\n  }\n":
    types.SavedViewChangeDocument,
  "\n  mutation SavedViewDelete($id: UUID!) {\n    savedViewDelete(id: $id) {\n      ...SavedViewChanged\n    }\n  }\n":
    types.SavedViewDeleteDocument,
  "\n  mutation SavedViewRestore($id: UUID!) {\n    savedViewRestore(id: $id) {\n      ...SavedViewChanged\n    }\n  }\n":
    types.SavedViewRestoreDocument,
  "\n  fragment SavedViewParts on SavedView {\n    id\n    entity\n    name\n    sharing\n    teamId\n    ownerId\n    ownerName\n    isPreset\n    mayChange\n    deleted\n    content\n  }\n":
    types.SavedViewPartsFragmentDoc,
  "\n  query SavedViews($entity: Entity!) {\n    savedViews(entity: $entity) {\n      ...SavedViewParts\n    }\n  }\n":
    types.SavedViewsDocument,
  "\n  query SavedView($id: UUID!) {\n    savedView(id: $id) {\n      ...SavedViewParts\n    }\n  }\n":
    types.SavedViewDocument,
  "\n  fragment SegmentChanged on SegmentPayload {\n    position\n    id\n    userErrors {\n      ...Refusal\n    }\n  }\n":
    types.SegmentChangedFragmentDoc,
  "\n  mutation SegmentCreate($input: SegmentCreateInput!) {\n    segmentCreate(input: $input) {\n      ...SegmentChanged\n    }\n  }\n":
    types.SegmentCreateDocument,
  "\n  mutation SegmentUpdate($input: SegmentUpdateInput!) {\n    segmentUpdate(input: $input) {\n      ...SegmentChanged\n    }\n  }\n":
    types.SegmentUpdateDocument,
  "\n  mutation SegmentDefine($id: UUID!, $filter: JSON!) {\n    segmentDefine(id: $id, filter: $filter) {\n      ...SegmentChanged\n    }\n  }\n":
    types.SegmentDefineDocument,
  "\n  mutation SegmentSwitch($id: UUID!, $active: Boolean!) {\n    segmentSwitch(id: $id, active: $active) {\n      ...SegmentChanged\n    }\n  }\n":
    types.SegmentSwitchDocument,
  "\n  mutation SegmentRefresh($id: UUID!) {\n    segmentRefresh(id: $id) {\n      ...SegmentChanged\n    }\n  }\n":
    types.SegmentRefreshDocument,
  "\n  mutation SegmentArchive($id: UUID!) {\n    segmentArchive(id: $id) {\n      ...SegmentChanged\n    }\n  }\n":
    types.SegmentArchiveDocument,
  "\n  mutation SegmentRestore($id: UUID!) {\n    segmentRestore(id: $id) {\n      ...SegmentChanged\n    }\n  }\n":
    types.SegmentRestoreDocument,
  "\n  fragment SegmentParts on Segment {\n    id\n    entity\n    name\n    description\n    tags\n    sharing\n    teamId\n    ownerId\n    ownerName\n    filter\n    active\n    archived\n    members\n    changedAt\n    refreshedAt\n    settled\n    behindSince\n    createdAt\n    updatedAt\n    mayEdit\n    mayShare\n  }\n":
    types.SegmentPartsFragmentDoc,
  "\n  query SegmentList($first: Int!, $after: String, $filter: SegmentFilterInput) {\n    segments(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...SegmentParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.SegmentListDocument,
  "\n  query SegmentCount($filter: SegmentFilterInput) {\n    segments(first: 0, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.SegmentCountDocument,
  "\n  query Segment($id: UUID!) {\n    segment(id: $id) {\n      ...SegmentParts\n      usedBy {\n        id\n        name\n      }\n    }\n  }\n":
    types.SegmentDocument,
  "\n  query SegmentPreview($entity: Entity!, $filter: JSON!, $sample: Int!) {\n    segmentPreview(entity: $entity, filter: $filter, sample: $sample) {\n      count\n      contacts {\n        id\n        fullName\n        email\n        erased\n        jobTitle\n        accountName\n        country\n      }\n      accounts {\n        id\n        name\n        domain\n        industry\n        hqCountry\n      }\n    }\n  }\n":
    types.SegmentPreviewDocument,
  "\n  query SegmentBreakdown($entity: Entity!, $filter: JSON!) {\n    segmentBreakdown(entity: $entity, filter: $filter) {\n      count\n      charts {\n        field\n        groups {\n          value\n          count\n        }\n        otherValues\n        others\n        none\n      }\n    }\n  }\n":
    types.SegmentBreakdownDocument,
  "\n  query SegmentReach($filter: JSON!) {\n    segmentReach(filter: $filter) {\n      count\n      channels {\n        channel\n        reachable\n        reachableFilter\n        excluded {\n          reason\n          count\n          filter\n        }\n      }\n    }\n  }\n":
    types.SegmentReachDocument,
  "\n  fragment SegmentMemberParts on SegmentMember {\n    recordId\n    enteredAt\n    leftAt\n    contact {\n      fullName\n      email\n      erased\n      jobTitle\n      accountName\n    }\n    account {\n      name\n      domain\n      industry\n      hqCountry\n    }\n  }\n":
    types.SegmentMemberPartsFragmentDoc,
  "\n  query SegmentMembers($id: UUID!, $at: DateTime, $first: Int!, $after: String) {\n    segmentMembers(id: $id, at: $at, first: $first, after: $after) {\n      edges {\n        node {\n          ...SegmentMemberParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n":
    types.SegmentMembersDocument,
  "\n  query SegmentMemberCount($id: UUID!, $at: DateTime) {\n    segmentMembers(id: $id, at: $at, first: 0) {\n      totalCount\n    }\n  }\n":
    types.SegmentMemberCountDocument,
  "\n  query SegmentMoved($id: UUID!, $moved: SegmentMove!, $since: DateTime!, $first: Int!, $after: String) {\n    segmentMoved(id: $id, moved: $moved, since: $since, first: $first, after: $after) {\n      edges {\n        node {\n          ...SegmentMemberParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n":
    types.SegmentMovedDocument,
  "\n  query SegmentMoves($id: UUID!, $since: DateTime!) {\n    segmentMoves(id: $id, since: $since) {\n      entered\n      left\n    }\n  }\n":
    types.SegmentMovesDocument,
  "\n  query SegmentDays($id: UUID!, $from: NaiveDate!, $to: NaiveDate!) {\n    segmentDays(id: $id, from: $from, to: $to) {\n      day\n      members\n      entered\n      left\n    }\n  }\n":
    types.SegmentDaysDocument,
  "\n  query SegmentWhy($id: UUID!, $recordId: UUID!) {\n    segmentWhy(id: $id, recordId: $recordId) {\n      member\n      fulfils\n      conditions {\n        sentence\n        holds\n      }\n      stays {\n        enteredAt\n        enteredBecause {\n          ...SegmentReasonParts\n        }\n        leftAt\n        leftBecause {\n          ...SegmentReasonParts\n        }\n      }\n    }\n  }\n\n  fragment SegmentReasonParts on SegmentReason {\n    cause\n    conditions {\n      sentence\n      holds\n    }\n  }\n":
    types.SegmentWhyDocument,
  "\n  fragment SurvivorshipShown on Survivorship {\n    entity\n    isDefault\n    changedAt\n    everywhere\n    sources {\n      source\n      label\n    }\n    fields {\n      field\n      label\n      order\n    }\n    preview {\n      id\n      everywhere\n      fields {\n        field\n        label\n        order\n      }\n      startedAt\n      running\n      progress {\n        ...Progress\n      }\n      records\n      changed\n      counts {\n        field\n        label\n        count\n      }\n      expiresAt\n      appliedBy\n    }\n  }\n":
    types.SurvivorshipShownFragmentDoc,
  "\n  query SurvivorshipRules($entity: Entity!) {\n    survivorship(entity: $entity) {\n      ...SurvivorshipShown\n    }\n  }\n":
    types.SurvivorshipRulesDocument,
  "\n  query SurvivorshipPreviewRows($entity: Entity!, $first: Int!, $after: String) {\n    survivorshipPreviewRows(entity: $entity, first: $first, after: $after) {\n      rows {\n        recordId\n        name\n        fields {\n          field\n          label\n          now\n          nowSource\n          nowAt\n          then\n          thenSource\n          thenAt\n        }\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n":
    types.SurvivorshipPreviewRowsDocument,
  "\n  mutation SurvivorshipChange($input: SurvivorshipInput!, $expected: SurvivorshipInput) {\n    survivorshipChange(input: $input, expected: $expected) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SurvivorshipChangeDocument,
  "\n  mutation SurvivorshipPreview($input: SurvivorshipInput!) {\n    survivorshipPreview(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SurvivorshipPreviewDocument,
  "\n  mutation SurvivorshipCancelPreview($entity: Entity!) {\n    survivorshipCancelPreview(entity: $entity) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SurvivorshipCancelPreviewDocument,
  "\n  mutation SurvivorshipApply($entity: Entity!, $preview: UUID!) {\n    survivorshipApply(entity: $entity, preview: $preview) {\n      bulkId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SurvivorshipApplyDocument,
  "\n  query CampaignAudienceHealth(\n    $id: UUID\n    $include: [AudienceSourceInput!]\n    $exclude: [AudienceSourceInput!]\n    $clientId: UUID\n  ) {\n    campaignAudienceHealth(id: $id, include: $include, exclude: $exclude, channel: EMAIL, clientId: $clientId) {\n      total\n      reachable\n      excluded {\n        reason\n        label\n        count\n      }\n      domains {\n        domain\n        count\n      }\n      zonesUnknown\n      asOf\n    }\n  }\n":
    types.CampaignAudienceHealthDocument,
  "\n  query CampaignSourceCount($include: [AudienceSourceInput!]) {\n    campaignAudienceHealth(include: $include, channel: EMAIL) {\n      total\n    }\n  }\n":
    types.CampaignSourceCountDocument,
  "\n  query CampaignPreflight($id: UUID!) {\n    campaignPreflight(id: $id) {\n      code\n      level\n      message\n      step\n      detail\n    }\n  }\n":
    types.CampaignPreflightDocument,
  "\n  query CampaignEstimate($id: UUID!, $reachable: Int) {\n    campaignEstimate(id: $id, reachable: $reachable) {\n      startsAt\n      endsAbout\n      words\n    }\n  }\n":
    types.CampaignEstimateDocument,
  "\n  query CampaignLinks($id: UUID!) {\n    campaignLinks(id: $id) {\n      n\n      name\n      url\n      variant\n    }\n  }\n":
    types.CampaignLinksDocument,
  "\n  query CampaignContentPreview($id: UUID!, $variant: String!, $contactId: UUID) {\n    campaignContentPreview(id: $id, variant: $variant, contactId: $contactId) {\n      subject\n      preheader\n      html\n      text\n      bytes\n      emptyTags\n      problems {\n        severity\n        code\n        part\n        line\n        message\n      }\n    }\n  }\n":
    types.CampaignContentPreviewDocument,
  "\n  fragment CampaignWritten on CampaignPayload {\n    position\n    campaign {\n      id\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n":
    types.CampaignWrittenFragmentDoc,
  "\n  mutation CampaignCreate($input: CampaignCreateInput!) {\n    campaignCreate(input: $input) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignCreateDocument,
  "\n  mutation CampaignCopy($id: UUID!, $idempotencyKey: String) {\n    campaignCopy(id: $id, idempotencyKey: $idempotencyKey) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignCopyDocument,
  "\n  mutation CampaignUpdate($input: CampaignUpdateInput!) {\n    campaignUpdate(input: $input) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignUpdateDocument,
  "\n  mutation CampaignAudienceDefine($id: UUID!, $include: [AudienceSourceInput!]!, $exclude: [AudienceSourceInput!]) {\n    campaignAudienceDefine(id: $id, include: $include, exclude: $exclude) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignAudienceDefineDocument,
  "\n  mutation CampaignContentDefine($id: UUID!, $input: EmailContentInput!) {\n    campaignContentDefine(id: $id, input: $input) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignContentDefineDocument,
  "\n  mutation CampaignScheduleDefine($id: UUID!, $input: CampaignScheduleInput!) {\n    campaignScheduleDefine(id: $id, input: $input) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignScheduleDefineDocument,
  "\n  mutation CampaignConfirm($id: UUID!, $codes: [CampaignConfirmationCode!]!) {\n    campaignConfirm(id: $id, codes: $codes) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignConfirmDocument,
  "\n  mutation CampaignSeedTest($id: UUID!, $to: [UUID!]!, $contactId: UUID) {\n    campaignSeedTest(id: $id, to: $to, contactId: $contactId) {\n      position\n      sentTo\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.CampaignSeedTestDocument,
  "\n  mutation CampaignLaunch($id: UUID!, $idempotencyKey: String) {\n    campaignLaunch(id: $id, idempotencyKey: $idempotencyKey) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignLaunchDocument,
  "\n  mutation CampaignSchedule($id: UUID!) {\n    campaignSchedule(id: $id) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignScheduleDocument,
  "\n  mutation CampaignUnschedule($id: UUID!) {\n    campaignUnschedule(id: $id) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignUnscheduleDocument,
  "\n  mutation CampaignPause($id: UUID!, $reason: String) {\n    campaignPause(id: $id, reason: $reason) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignPauseDocument,
  "\n  mutation CampaignResume($id: UUID!, $reason: String, $acceptedAfterRestore: Boolean!) {\n    campaignResume(id: $id, reason: $reason, acceptedAfterRestore: $acceptedAfterRestore) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignResumeDocument,
  "\n  mutation CampaignStop($id: UUID!, $reason: String) {\n    campaignStop(id: $id, reason: $reason) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignStopDocument,
  "\n  mutation CampaignTakeRetry($id: UUID!) {\n    campaignTakeRetry(id: $id) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignTakeRetryDocument,
  "\n  mutation CampaignTopUp($id: UUID!) {\n    campaignTopUp(id: $id) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignTopUpDocument,
  "\n  mutation CampaignPaceChange($id: UUID!, $perSecond: Int, $windows: CampaignWindowsInput) {\n    campaignPaceChange(id: $id, perSecond: $perSecond, windows: $windows) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignPaceChangeDocument,
  "\n  mutation CampaignWinnerChoose($id: UUID!, $variant: String!) {\n    campaignWinnerChoose(id: $id, variant: $variant) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignWinnerChooseDocument,
  "\n  mutation CampaignArchive($id: UUID!) {\n    campaignArchive(id: $id) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignArchiveDocument,
  "\n  mutation CampaignRestore($id: UUID!) {\n    campaignRestore(id: $id) {\n      ...CampaignWritten\n    }\n  }\n":
    types.CampaignRestoreDocument,
  "\n  fragment CampaignRow on Campaign {\n    id\n    channel\n    name\n    state\n    archived\n    tags\n    ownerName\n    clientName\n    brandName\n    audienceCount\n    startAt\n    launchedAt\n    endedAt\n    createdAt\n    updatedAt\n    pausedBecause {\n      reason\n      words\n      at\n    }\n  }\n":
    types.CampaignRowFragmentDoc,
  "\n  fragment AudienceSourceParts on AudienceSource {\n    kind\n    id\n    entity\n    name\n    filter\n    fuzzy\n    timeZone\n    who\n    sentence\n    gone\n  }\n":
    types.AudienceSourcePartsFragmentDoc,
  "\n  fragment CampaignParts on Campaign {\n    ...CampaignRow\n    brandId\n    clientId\n    ownerId\n    teamId\n    taking\n    takeStands\n    winner\n    audience {\n      include {\n        ...AudienceSourceParts\n      }\n      exclude {\n        ...AudienceSourceParts\n      }\n      sentence\n    }\n    content {\n      senderId\n      senderName\n      variants {\n        key\n        templateId\n        templateName\n        version\n        subject\n        weight\n      }\n      test {\n        metric\n        sharePercent\n        minutes\n        automatic\n        otherwiseWait\n      }\n      utm {\n        source\n        medium\n        campaign\n        term\n        content\n      }\n      trackOpens\n      trackLinks\n      namedLinks {\n        n\n        name\n      }\n      digest\n    }\n    schedule {\n      at\n      zone\n      inRecipientsZone\n      windows {\n        days\n        fromMinute\n        toMinute\n      }\n      endsAt\n      perSecond\n      respectsCap\n      startsAt\n    }\n    confirmations {\n      code\n      wording\n      confirmed\n      byName\n    }\n    seedTested {\n      at\n      to\n      variants\n      current\n    }\n    pace {\n      perSecond\n      windows {\n        days\n        fromMinute\n        toMinute\n      }\n    }\n    versions {\n      version\n      asOf\n      position\n      count\n      accounts\n      hash\n      sentence\n      excluded {\n        reason\n        label\n        count\n      }\n    }\n    may {\n      archive\n      changePace\n      edit\n      launch\n      pause\n      rename\n      restore\n      resume\n      stop\n      topUp\n      unschedule\n    }\n  }\n":
    types.CampaignPartsFragmentDoc,
  "\n  query CampaignList($first: Int!, $after: String, $before: String, $filter: CampaignsFilter, $sort: RecordSort) {\n    campaigns(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      edges {\n        cursor\n        node {\n          ...CampaignRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.CampaignListDocument,
  "\n  query CampaignCount($filter: CampaignsFilter) {\n    campaigns(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.CampaignCountDocument,
  "\n  query Campaign($id: UUID!) {\n    campaign(id: $id) {\n      ...CampaignParts\n    }\n  }\n":
    types.CampaignDocument,
  "\n  subscription CampaignChanged($id: UUID!) {\n    campaignChanged(id: $id) {\n      ...CampaignParts\n    }\n  }\n":
    types.CampaignChangedDocument,
  "\n  fragment SendingSwitchParts on SendingSwitch {\n    stopped\n    since\n    byName\n    reason\n  }\n":
    types.SendingSwitchPartsFragmentDoc,
  "\n  query SendingSwitchNow {\n    sendingSwitch {\n      ...SendingSwitchParts\n    }\n  }\n":
    types.SendingSwitchNowDocument,
  "\n  subscription SendingSwitchChanged {\n    sendingSwitchChanged {\n      ...SendingSwitchParts\n    }\n  }\n":
    types.SendingSwitchChangedDocument,
  "\n  mutation SendingStop($reason: String) {\n    sendingStop(reason: $reason) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SendingStopDocument,
  "\n  mutation SendingAllow {\n    sendingAllow {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SendingAllowDocument,
  "\n  query CampaignTestStanding($id: UUID!) {\n    campaignTest(id: $id) {\n      metric\n      endsAt\n      winner\n      variants {\n        key\n        reached\n        successes\n        percent\n        lowPercent\n        highPercent\n        p\n      }\n      beingJudged\n      minimum\n      enough\n      test\n      words\n    }\n  }\n":
    types.CampaignTestStandingDocument,
  "\n  mutation EmailReplyAssign($id: UUID!, $userId: UUID) {\n    emailReplyAssign(id: $id, userId: $userId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailReplyAssignDocument,
  "\n  mutation EmailReplyDone($id: UUID!) {\n    emailReplyDone(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailReplyDoneDocument,
  "\n  mutation EmailReplyReopen($id: UUID!) {\n    emailReplyReopen(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailReplyReopenDocument,
  "\n  mutation EmailReplyMatch($id: UUID!, $contactId: UUID!) {\n    emailReplyMatch(id: $id, contactId: $contactId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailReplyMatchDocument,
  "\n  fragment EmailReplyShown on EmailReply {\n    id\n    at\n    kind\n    matched\n    done\n    forgotten\n    address\n    name\n    subject\n    awayUntil\n    contactId\n    contactName\n    campaignId\n    assigneeId\n    assigneeName\n  }\n":
    types.EmailReplyShownFragmentDoc,
  "\n  query EmailReplyList($first: Int!, $after: String, $filter: EmailRepliesFilter) {\n    emailReplies(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...EmailReplyShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.EmailReplyListDocument,
  "\n  query EmailReplyCount($filter: EmailRepliesFilter) {\n    emailReplies(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.EmailReplyCountDocument,
  "\n  query EmailReplyOne($id: UUID!) {\n    emailReply(id: $id) {\n      ...EmailReplyShown\n      text\n    }\n  }\n":
    types.EmailReplyOneDocument,
  "\n  query EmailReplyCampaign($id: UUID!) {\n    campaign(id: $id) {\n      name\n    }\n  }\n":
    types.EmailReplyCampaignDocument,
  "\n  query EmailReplyAssignees {\n    taskAssignees {\n      id\n      name\n    }\n  }\n":
    types.EmailReplyAssigneesDocument,
  "\n  fragment EmailFiguresShown on EmailFigures {\n    sent\n    accepted\n    delivered\n    reached\n    bouncedHard\n    bouncedSoft\n    dropped\n    complained\n    unsubscribed\n    replied\n    autoReplied\n    opened\n    clicked\n    opens\n    clicks\n    machineOpened\n    machineClicked\n    machineOpens\n    machineClicks\n    unjudged\n  }\n":
    types.EmailFiguresShownFragmentDoc,
  "\n  query EmailReportOf($id: UUID!, $by: EmailReportBy!) {\n    emailReport(campaignId: $id, by: $by) {\n      total {\n        ...EmailFiguresShown\n      }\n      rows {\n        variant\n        hour\n        domain\n        link\n        name\n        figures {\n          ...EmailFiguresShown\n        }\n      }\n      rest {\n        ...EmailFiguresShown\n      }\n      stale\n    }\n  }\n":
    types.EmailReportOfDocument,
  "\n  query EmailReportsCompared($ids: [UUID!]!) {\n    emailReports(campaignIds: $ids) {\n      campaignId\n      name\n      launchedAt\n      ledger {\n        audience\n        excluded\n        failed\n        unknown\n        pending\n      }\n      total {\n        ...EmailFiguresShown\n      }\n    }\n  }\n":
    types.EmailReportsComparedDocument,
  "\n  mutation SenderCreate($input: SenderInput!) {\n    senderCreate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SenderCreateDocument,
  "\n  mutation SenderChange($id: UUID!, $input: SenderInput!) {\n    senderChange(id: $id, input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SenderChangeDocument,
  "\n  mutation SenderArchive($id: UUID!) {\n    senderArchive(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SenderArchiveDocument,
  "\n  mutation SenderRestore($id: UUID!) {\n    senderRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SenderRestoreDocument,
  "\n  mutation SenderCheck($id: UUID!) {\n    senderCheck(id: $id) {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SenderCheckDocument,
  "\n  mutation EmailBrandCreate($input: EmailBrandInput!) {\n    emailBrandCreate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailBrandCreateDocument,
  "\n  mutation EmailBrandChange($id: UUID!, $input: EmailBrandInput!) {\n    emailBrandChange(id: $id, input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailBrandChangeDocument,
  "\n  mutation EmailBrandSetDefault($id: UUID!, $senderId: UUID) {\n    emailBrandSetDefault(id: $id, senderId: $senderId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailBrandSetDefaultDocument,
  "\n  mutation EmailBrandArchive($id: UUID!) {\n    emailBrandArchive(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailBrandArchiveDocument,
  "\n  mutation EmailBrandRestore($id: UUID!) {\n    emailBrandRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailBrandRestoreDocument,
  "\n  query SendersPage {\n    senderProfiles {\n      id\n      fromName\n      fromAddress\n      brandName\n      isDefault\n      providerName\n      account\n      archived\n      health\n      checkedAt\n    }\n    emailBrands {\n      id\n      name\n      logoUrl\n      colour\n      defaultSenderId\n      senderCount\n      archived\n    }\n  }\n":
    types.SendersPageDocument,
  "\n  query SenderPage($id: UUID!) {\n    senderProfile(id: $id) {\n      id\n      fromName\n      fromAddress\n      replyTo\n      brandId\n      brandName\n      isDefault\n      physicalAddress\n      trackingDomain\n      providerName\n      account\n      dkimSelector\n      dkimRecord\n      ramp {\n        firstDay\n        startPerDay\n        growthPercent\n        limitPerDay\n        allowedToday\n      }\n      archived\n      health\n      checkedAt\n      checks {\n        subject\n        title\n        verdict\n        words\n        found\n        publish {\n          name\n          kind\n          value\n        }\n      }\n    }\n    senderHistory(id: $id) {\n      position\n      title\n      text\n      at\n      actorName\n    }\n  }\n":
    types.SenderPageDocument,
  "\n  query SenderAccounts {\n    senderAccounts {\n      name\n      providerName\n    }\n  }\n":
    types.SenderAccountsDocument,
  "\n  query EmailBrandHistory($id: UUID!) {\n    emailBrandHistory(id: $id) {\n      position\n      title\n      text\n      at\n      actorName\n    }\n  }\n":
    types.EmailBrandHistoryDocument,
  "\n  mutation EmailUnknownSettle($input: EmailUnknownSettleInput!) {\n    emailUnknownSettle(input: $input) {\n      position\n      settled\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailUnknownSettleDocument,
  "\n  mutation EmailPolicySet($input: EmailPolicyInput!) {\n    emailPolicySet(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailPolicySetDocument,
  "\n  fragment EmailRecipientParts on EmailRecipient {\n    contactId\n    contact {\n      id\n      fullName\n      email\n      erased\n      archived\n      jobTitle\n      accountId\n      accountName\n    }\n    accountId\n    version\n    variant\n    state\n    reason\n    reasonLabel\n    suppressionId\n    domain\n    messageId\n    sentAt\n    attempts\n    settledBy\n    at\n    responses\n  }\n":
    types.EmailRecipientPartsFragmentDoc,
  "\n  query EmailLedger($campaignId: UUID!) {\n    emailLedger(campaignId: $campaignId) {\n      audience\n      pending\n      handingOver\n      sent\n      excluded\n      failed\n      unknown\n      balanced\n      reasons {\n        state\n        reason\n        label\n        count\n      }\n      stale\n    }\n  }\n":
    types.EmailLedgerDocument,
  "\n  query EmailRecipientList($campaignId: UUID!, $first: Int!, $after: String, $filter: EmailRecipientsFilter) {\n    emailRecipients(campaignId: $campaignId, first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...EmailRecipientParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.EmailRecipientListDocument,
  "\n  query EmailRecipientCount($campaignId: UUID!, $filter: EmailRecipientsFilter) {\n    emailRecipients(campaignId: $campaignId, first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.EmailRecipientCountDocument,
  "\n  query EmailRecipient($campaignId: UUID!, $contactId: UUID!) {\n    emailRecipient(campaignId: $campaignId, contactId: $contactId) {\n      ...EmailRecipientParts\n    }\n  }\n":
    types.EmailRecipientDocument,
  "\n  query EmailRecipientSteps($campaignId: UUID!, $contactId: UUID!) {\n    emailRecipientSteps(campaignId: $campaignId, contactId: $contactId) {\n      kind\n      at\n      code\n      link\n      linkName\n      byProgram\n    }\n  }\n":
    types.EmailRecipientStepsDocument,
  "\n  query EmailPolicyNow {\n    emailPolicy {\n      perSecond\n      domains {\n        domain\n        perSecond\n      }\n      cap {\n        count\n        days\n      }\n      warnComplaintsPercent\n      pauseComplaintsPercent\n      pauseHardBouncesPercent\n      pauseBouncesPercent\n      softBounces {\n        bounces\n        withinDays\n        overDays\n        restDays\n      }\n      setAt\n    }\n  }\n":
    types.EmailPolicyNowDocument,
  "\n  fragment EmailTemplateChanged on EmailTemplatePayload {\n    position\n    emailTemplate {\n      id\n      revision\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n":
    types.EmailTemplateChangedFragmentDoc,
  "\n  mutation EmailTemplateCreate($input: EmailTemplateCreateInput!) {\n    emailTemplateCreate(input: $input) {\n      ...EmailTemplateChanged\n    }\n  }\n":
    types.EmailTemplateCreateDocument,
  "\n  mutation EmailTemplateUpdate($input: EmailTemplateUpdateInput!) {\n    emailTemplateUpdate(input: $input) {\n      ...EmailTemplateChanged\n    }\n  }\n":
    types.EmailTemplateUpdateDocument,
  "\n  mutation EmailTemplateSave($input: EmailTemplateSaveInput!) {\n    emailTemplateSave(input: $input) {\n      ...EmailTemplateChanged\n    }\n  }\n":
    types.EmailTemplateSaveDocument,
  "\n  mutation EmailTemplateSubmit($id: UUID!) {\n    emailTemplateSubmit(id: $id) {\n      ...EmailTemplateChanged\n    }\n  }\n":
    types.EmailTemplateSubmitDocument,
  "\n  mutation EmailTemplateApprove($id: UUID!, $version: Int!) {\n    emailTemplateApprove(id: $id, version: $version) {\n      ...EmailTemplateChanged\n    }\n  }\n":
    types.EmailTemplateApproveDocument,
  "\n  mutation EmailTemplateReturn($input: EmailTemplateReturnInput!) {\n    emailTemplateReturn(input: $input) {\n      ...EmailTemplateChanged\n    }\n  }\n":
    types.EmailTemplateReturnDocument,
  "\n  mutation EmailTemplateArchive($id: UUID!) {\n    emailTemplateArchive(id: $id) {\n      ...EmailTemplateChanged\n    }\n  }\n":
    types.EmailTemplateArchiveDocument,
  "\n  mutation EmailTemplateRestore($id: UUID!) {\n    emailTemplateRestore(id: $id) {\n      ...EmailTemplateChanged\n    }\n  }\n":
    types.EmailTemplateRestoreDocument,
  "\n  mutation EmailTemplateSendTest($input: EmailTemplateTestInput!) {\n    emailTemplateSendTest(input: $input) {\n      sentTo\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailTemplateSendTestDocument,
  "\n  fragment EmailSnippetChanged on EmailSnippetPayload {\n    position\n    emailSnippet {\n      id\n      version\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n":
    types.EmailSnippetChangedFragmentDoc,
  "\n  mutation EmailSnippetCreate($input: EmailSnippetCreateInput!) {\n    emailSnippetCreate(input: $input) {\n      ...EmailSnippetChanged\n    }\n  }\n":
    types.EmailSnippetCreateDocument,
  "\n  mutation EmailSnippetSave($input: EmailSnippetSaveInput!) {\n    emailSnippetSave(input: $input) {\n      ...EmailSnippetChanged\n    }\n  }\n":
    types.EmailSnippetSaveDocument,
  "\n  mutation EmailSnippetArchive($id: UUID!) {\n    emailSnippetArchive(id: $id) {\n      ...EmailSnippetChanged\n    }\n  }\n":
    types.EmailSnippetArchiveDocument,
  "\n  mutation EmailSnippetRestore($id: UUID!) {\n    emailSnippetRestore(id: $id) {\n      ...EmailSnippetChanged\n    }\n  }\n":
    types.EmailSnippetRestoreDocument,
  "\n  fragment EmailTemplateParts on EmailTemplate {\n    id\n    name\n    brand\n    tags\n    status\n    archived\n    revision\n    versions\n    approvedVersion\n    savedByName\n    savedAt\n    updatedAt\n    mayEdit\n    mayApprove\n  }\n":
    types.EmailTemplatePartsFragmentDoc,
  "\n  query EmailTemplateList(\n    $first: Int!\n    $after: String\n    $before: String\n    $filter: EmailTemplatesFilter\n    $sort: RecordSort\n  ) {\n    emailTemplates(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      edges {\n        cursor\n        node {\n          ...EmailTemplateParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.EmailTemplateListDocument,
  "\n  query EmailTemplateCount($filter: EmailTemplatesFilter) {\n    emailTemplates(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.EmailTemplateCountDocument,
  "\n  query EmailTemplate($id: UUID!) {\n    emailTemplate(id: $id) {\n      ...EmailTemplateParts\n    }\n  }\n":
    types.EmailTemplateDocument,
  "\n  query EmailTemplateContent($id: UUID!, $version: Int) {\n    emailTemplateContent(id: $id, version: $version) {\n      subject\n      preheader\n      mjml\n      blocks\n      text\n    }\n  }\n":
    types.EmailTemplateContentDocument,
  "\n  query EmailTemplateVersions($id: UUID!) {\n    emailTemplateVersions(id: $id) {\n      number\n      standing\n      submittedById\n      submittedByName\n      submittedAt\n      decidedByName\n      decidedAt\n      reason\n      snippets {\n        snippetId\n        name\n        version\n      }\n    }\n  }\n":
    types.EmailTemplateVersionsDocument,
  "\n  query EmailTemplatePreview($input: EmailTemplatePreviewInput!) {\n    emailTemplatePreview(input: $input) {\n      subject\n      preheader\n      html\n      text\n      bytes\n      emptyTags\n      problems {\n        severity\n        code\n        part\n        line\n        message\n      }\n    }\n  }\n":
    types.EmailTemplatePreviewDocument,
  "\n  query EmailMergeTags {\n    emailMergeTags {\n      path\n      label\n      group\n    }\n  }\n":
    types.EmailMergeTagsDocument,
  "\n  fragment EmailSnippetParts on EmailSnippet {\n    id\n    brandId\n    brandName\n    name\n    version\n    blocks\n    archived\n    usedBy {\n      id\n      name\n    }\n    savedByName\n    savedAt\n    mayEdit\n  }\n":
    types.EmailSnippetPartsFragmentDoc,
  "\n  query EmailSnippetList {\n    emailSnippets {\n      ...EmailSnippetParts\n    }\n  }\n":
    types.EmailSnippetListDocument,
  "\n  query EmailSnippet($id: UUID!) {\n    emailSnippet(id: $id) {\n      ...EmailSnippetParts\n    }\n  }\n":
    types.EmailSnippetDocument,
  "\n  query EmailSnippetVersions($id: UUID!) {\n    emailSnippetVersions(id: $id) {\n      number\n      blocks\n      savedByName\n      savedAt\n    }\n  }\n":
    types.EmailSnippetVersionsDocument,
  "\n  query DashboardCounts($contacts: Boolean!, $accounts: Boolean!, $recent: ContactFilter) {\n    contacts(first: 1) @include(if: $contacts) {\n      totalCount\n    }\n    recent: contacts(first: 1, filter: $recent) @include(if: $contacts) {\n      totalCount\n    }\n    accounts(first: 1) @include(if: $accounts) {\n      totalCount\n    }\n  }\n":
    types.DashboardCountsDocument,
  "\n  query DashboardPeople($users: Boolean!, $clients: Boolean!) {\n    users(first: 1) @include(if: $users) {\n      totalCount\n    }\n    clients(first: 1) @include(if: $clients) {\n      totalCount\n    }\n  }\n":
    types.DashboardPeopleDocument,
  "\n  query DashboardTeam {\n    users(first: 8) {\n      totalCount\n      edges {\n        node {\n          id\n          name\n          email\n        }\n      }\n    }\n  }\n":
    types.DashboardTeamDocument,
  "\n  query FirstSteps {\n    firstSteps {\n      contact\n      account\n      import\n      colleague\n      client\n    }\n  }\n":
    types.FirstStepsDocument,
  "\n  query SampleData {\n    sampleData {\n      present\n      accounts\n      contacts\n      users\n    }\n  }\n":
    types.SampleDataDocument,
  "\n  mutation SampleDataAdd {\n    sampleDataAdd {\n      status {\n        present\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SampleDataAddDocument,
  "\n  mutation SampleDataRemove {\n    sampleDataRemove {\n      status {\n        present\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SampleDataRemoveDocument,
  "\n  mutation AccessRulesSet($input: AccessRulesSetInput!) {\n    accessRulesSet(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.AccessRulesSetDocument,
  "\n  query AccessRules {\n    accessRules {\n      secondStepFor\n    }\n  }\n": types.AccessRulesDocument,
  "\n  mutation ApiKeyCreate($input: ApiKeyCreateInput!) {\n    apiKeyCreate(input: $input) {\n      secret\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ApiKeyCreateDocument,
  "\n  mutation ApiKeyRevoke($id: UUID!) {\n    apiKeyRevoke(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ApiKeyRevokeDocument,
  "\n  query ApiKeyList {\n    apiKeys {\n      id\n      name\n      prefix\n      scopes\n      state\n      madeBy\n      expiresAt\n      lastUsedAt\n      lastUsedIp\n    }\n  }\n":
    types.ApiKeyListDocument,
  "\n  query ApiKeyScopes {\n    apiKeyScopes {\n      permission\n      act\n    }\n  }\n": types.ApiKeyScopesDocument,
  "\n  mutation ClientCreate($input: ClientCreateInput!) {\n    clientCreate(input: $input) {\n      position\n      client {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientCreateDocument,
  "\n  mutation ClientRename($input: ClientRenameInput!) {\n    clientRename(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientRenameDocument,
  "\n  mutation ClientChange($input: ClientChangeInput!) {\n    clientChange(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientChangeDocument,
  "\n  mutation ClientAssignOwner($id: UUID!, $ownerId: UUID) {\n    clientAssignOwner(id: $id, ownerId: $ownerId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientAssignOwnerDocument,
  "\n  mutation ClientArchive($id: UUID!, $reason: String) {\n    clientArchive(id: $id, reason: $reason) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientArchiveDocument,
  "\n  mutation ClientRestore($id: UUID!) {\n    clientRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientRestoreDocument,
  "\n  mutation ClientSetTerms($input: ClientTermsInput!) {\n    clientSetTerms(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientSetTermsDocument,
  "\n  mutation ClientWithdrawTerms($id: UUID!, $seen: Int!) {\n    clientWithdrawTerms(id: $id, seen: $seen) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientWithdrawTermsDocument,
  "\n  mutation ClientBrandAdd($id: UUID!, $brandId: UUID!, $name: String!, $website: String) {\n    clientBrandAdd(id: $id, brandId: $brandId, name: $name, website: $website) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientBrandAddDocument,
  "\n  mutation ClientBrandChange($id: UUID!, $brandId: UUID!, $name: String!, $website: String) {\n    clientBrandChange(id: $id, brandId: $brandId, name: $name, website: $website) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientBrandChangeDocument,
  "\n  mutation ClientBrandArchive($id: UUID!, $brandId: UUID!) {\n    clientBrandArchive(id: $id, brandId: $brandId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientBrandArchiveDocument,
  "\n  mutation ClientBrandRestore($id: UUID!, $brandId: UUID!) {\n    clientBrandRestore(id: $id, brandId: $brandId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientBrandRestoreDocument,
  "\n  mutation ClientListAdd($id: UUID!, $listId: UUID!, $name: String!) {\n    clientListAdd(id: $id, listId: $listId, name: $name) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientListAddDocument,
  "\n  mutation ClientListRename($id: UUID!, $listId: UUID!, $name: String!) {\n    clientListRename(id: $id, listId: $listId, name: $name) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientListRenameDocument,
  "\n  mutation ClientListRemove($id: UUID!, $listId: UUID!) {\n    clientListRemove(id: $id, listId: $listId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientListRemoveDocument,
  "\n  mutation ClientListRestore($id: UUID!, $listId: UUID!) {\n    clientListRestore(id: $id, listId: $listId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientListRestoreDocument,
  "\n  mutation ClientListUnfill($id: UUID!, $listId: UUID!, $fileId: UUID!) {\n    clientListUnfill(id: $id, listId: $listId, fileId: $fileId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientListUnfillDocument,
  "\n  mutation ClientViewBegin($id: UUID!, $reason: String!) {\n    clientViewBegin(id: $id, reason: $reason) {\n      until\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientViewBeginDocument,
  "\n  query ClientList($first: Int!, $after: String, $wanted: ClientsWanted) {\n    clients(first: $first, after: $after, wanted: $wanted) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          archived\n          website\n          ownerName\n          createdAt\n          userCount\n          brandCount\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.ClientListDocument,
  "\n  query ClientCount($wanted: ClientsWanted) {\n    clients(first: 1, wanted: $wanted) {\n      totalCount\n    }\n  }\n":
    types.ClientCountDocument,
  "\n  query ClientPage($id: UUID!) {\n    client(id: $id) {\n      id\n      name\n      archived\n      createdAt\n      userCount\n      ownerId\n      ownerName\n    }\n    clientRecord(id: $id) {\n      legalName\n      website\n      country\n      billingReference\n      note\n      archivedAt\n      archiveReason\n      termsVersion\n      suppressionCount\n      terms {\n        ...TermsShown\n      }\n      brands {\n        id\n        name\n        website\n        archived\n      }\n      lists {\n        id\n        name\n        entries\n        filledAt\n        fileName\n      }\n    }\n  }\n":
    types.ClientPageDocument,
  "\n  query ClientHistory($id: UUID!) {\n    clientHistory(id: $id) {\n      position\n      eventType\n      title\n      at\n      actorName\n      text\n      termsVersion\n      terms {\n        ...TermsShown\n      }\n    }\n  }\n\n  fragment TermsShown on ClientTerms {\n    pacingLeads\n    pacingPer\n    price\n    currency\n    capPerCompany\n    overDelivery\n    duplicatesWithin\n    lookBackDays\n    returnWindowDays\n  }\n":
    types.ClientHistoryDocument,
  "\n  query ClientUsers($id: UUID!) {\n    clientUsers(id: $id) {\n      id\n      name\n      email\n      active\n      lastLoginAt\n    }\n    clientInvitations(id: $id) {\n      id\n      email\n      state\n      sentAt\n      invitedBy\n    }\n  }\n":
    types.ClientUsersDocument,
  "\n  query ClientOwners {\n    taskAssignees {\n      id\n      name\n    }\n  }\n": types.ClientOwnersDocument,
  "\n  mutation InvitationSend($input: InvitationSendInput!) {\n    invitationSend(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.InvitationSendDocument,
  "\n  mutation InvitationResend($id: UUID!) {\n    invitationResend(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.InvitationResendDocument,
  "\n  mutation InvitationRevoke($id: UUID!) {\n    invitationRevoke(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.InvitationRevokeDocument,
  "\n  mutation ColleagueInvite($email: String!) {\n    colleagueInvite(email: $email) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ColleagueInviteDocument,
  "\n  mutation ColleagueInvitationResend($id: UUID!) {\n    colleagueInvitationResend(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ColleagueInvitationResendDocument,
  "\n  mutation ColleagueInvitationRevoke($id: UUID!) {\n    colleagueInvitationRevoke(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ColleagueInvitationRevokeDocument,
  "\n  query InvitationList {\n    invitations {\n      id\n      email\n      role\n      state\n      sentAt\n      expiresAt\n      invitedBy\n      client {\n        id\n        name\n      }\n    }\n  }\n":
    types.InvitationListDocument,
  "\n  query ColleagueInvitations($id: UUID!) {\n    clientInvitations(id: $id) {\n      id\n      email\n      state\n      sentAt\n    }\n  }\n":
    types.ColleagueInvitationsDocument,
  "\n  mutation ProfileChange($input: ProfileChangeInput!) {\n    profileChange(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ProfileChangeDocument,
  "\n  mutation PasswordChange($input: PasswordChangeInput!) {\n    passwordChange(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.PasswordChangeDocument,
  "\n  mutation EmailChangeAsk($input: EmailChangeAskInput!) {\n    emailChangeAsk(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.EmailChangeAskDocument,
  "\n  query Me {\n    me {\n      id\n      name\n      email\n      role\n      development\n      owesSecondStep\n      preferences\n      viewingUntil\n      teams {\n        id\n        name\n        archived\n      }\n      client {\n        id\n        name\n      }\n      permissions {\n        permission\n        scope\n      }\n    }\n  }\n":
    types.MeDocument,
  "\n  query SecondFactor {\n    secondFactor {\n      enabled\n      recoveryCodesLeft\n    }\n  }\n":
    types.SecondFactorDocument,
  "\n  mutation SecondFactorBegin($input: SecondFactorPasswordInput!) {\n    secondFactorBegin(input: $input) {\n      secret\n      qr {\n        size\n        path\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SecondFactorBeginDocument,
  "\n  mutation SecondFactorConfirm($input: SecondFactorConfirmInput!) {\n    secondFactorConfirm(input: $input) {\n      recoveryCodes\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SecondFactorConfirmDocument,
  "\n  mutation RecoveryCodesRenew($input: SecondFactorPasswordInput!) {\n    recoveryCodesRenew(input: $input) {\n      recoveryCodes\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.RecoveryCodesRenewDocument,
  "\n  mutation SecondFactorDisable($input: SecondFactorPasswordInput!) {\n    secondFactorDisable(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SecondFactorDisableDocument,
  "\n  mutation NotificationsMarkRead($input: NotificationsMarkReadInput!) {\n    notificationsMarkRead(input: $input) {\n      unread\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.NotificationsMarkReadDocument,
  "\n  mutation NotificationsMarkAllRead {\n    notificationsMarkAllRead {\n      unread\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.NotificationsMarkAllReadDocument,
  "\n  mutation NotificationPreferencesSet($input: NotificationPreferencesSetInput!) {\n    notificationPreferencesSet(input: $input) {\n      position\n      preferences {\n        kind\n        label\n        hint\n        icon\n        inApp\n        emailAtOnce\n        emailDigest\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.NotificationPreferencesSetDocument,
  "\n  mutation NotificationMailSet($input: NotificationMailSetInput!) {\n    notificationMailSet(input: $input) {\n      position\n      digest {\n        every\n        hour\n        timeZone\n        nextAt\n        email\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.NotificationMailSetDocument,
  "\n  mutation NotificationDigestSendNow {\n    notificationDigestSendNow {\n      sentTo\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.NotificationDigestSendNowDocument,
  "\n  query NotificationsUnread {\n    unreadNotifications\n  }\n": types.NotificationsUnreadDocument,
  "\n  query NotificationList($first: Int!, $after: String, $unreadOnly: Boolean!) {\n    notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {\n      edges {\n        node {\n          id\n          kind\n          icon\n          tone\n          title\n          text\n          link\n          toldAt\n          readAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n":
    types.NotificationListDocument,
  "\n  query NotificationPreferences {\n    notificationPreferences {\n      kind\n      label\n      hint\n      icon\n      inApp\n      emailAtOnce\n      emailDigest\n    }\n  }\n":
    types.NotificationPreferencesDocument,
  "\n  query NotificationDigest {\n    notificationDigest {\n      every\n      hour\n      timeZone\n      nextAt\n      email\n    }\n  }\n":
    types.NotificationDigestDocument,
  "\n  subscription NotificationsChanged {\n    notificationsChanged {\n      count\n      newestId\n    }\n  }\n":
    types.NotificationsChangedDocument,
  "\n  mutation SessionEnd($id: UUID!) {\n    sessionEnd(id: $id) {\n      ended\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SessionEndDocument,
  "\n  mutation SessionsEndOthers {\n    sessionsEndOthers {\n      ended\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SessionsEndOthersDocument,
  "\n  mutation UserSessionsEnd($input: UserSessionsEndInput!) {\n    userSessionsEnd(input: $input) {\n      ended\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.UserSessionsEndDocument,
  "\n  query MySessions {\n    mySessions {\n      id\n      lastUsedAt\n      userAgent\n      ip\n      current\n    }\n  }\n":
    types.MySessionsDocument,
  "\n  mutation TeamCreate($input: TeamCreateInput!) {\n    teamCreate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.TeamCreateDocument,
  "\n  mutation TeamRename($input: TeamRenameInput!) {\n    teamRename(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.TeamRenameDocument,
  "\n  mutation TeamArchive($id: UUID!) {\n    teamArchive(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.TeamArchiveDocument,
  "\n  mutation TeamRestore($id: UUID!) {\n    teamRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.TeamRestoreDocument,
  "\n  mutation TeamMemberAdd($input: TeamMemberInput!) {\n    teamMemberAdd(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.TeamMemberAddDocument,
  "\n  mutation TeamMemberRemove($input: TeamMemberInput!) {\n    teamMemberRemove(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.TeamMemberRemoveDocument,
  "\n  query TeamList {\n    teams {\n      id\n      name\n      archived\n      memberCount\n    }\n  }\n":
    types.TeamListDocument,
  "\n  query TeamPage($id: UUID!) {\n    team(id: $id) {\n      id\n      name\n      archived\n      memberCount\n    }\n    teamMembers(id: $id) {\n      id\n      name\n      email\n      role\n      active\n    }\n    teamHistory(id: $id) {\n      position\n      title\n      text\n      at\n      actorName\n    }\n  }\n":
    types.TeamPageDocument,
  "\n  query TeamCandidates {\n    taskAssignees {\n      id\n      name\n    }\n  }\n": types.TeamCandidatesDocument,
  "\n  mutation UserCreate($input: UserCreateInput!) {\n    userCreate(input: $input) {\n      position\n      user {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.UserCreateDocument,
  "\n  mutation UserUpdate($input: UserUpdateInput!) {\n    userUpdate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.UserUpdateDocument,
  "\n  mutation UserDisable($input: RecordActionInput!) {\n    userDisable(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.UserDisableDocument,
  "\n  mutation UserEnable($input: RecordActionInput!) {\n    userEnable(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.UserEnableDocument,
  "\n  mutation UserEmailCorrect($input: UserEmailCorrectInput!) {\n    userEmailCorrect(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.UserEmailCorrectDocument,
  "\n  mutation UserSecondFactorReset($userId: UUID!) {\n    userSecondFactorReset(userId: $userId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.UserSecondFactorResetDocument,
  "\n  fragment UserShown on User {\n    id\n    name\n    email\n    role\n    active\n    secondFactor\n    createdAt\n    lastLoginAt\n    teams {\n      id\n      name\n    }\n    client {\n      id\n      name\n    }\n  }\n":
    types.UserShownFragmentDoc,
  "\n  query UserOne($id: UUID!) {\n    user(id: $id) {\n      ...UserShown\n    }\n  }\n": types.UserOneDocument,
  "\n  query UserList($first: Int!, $after: String) {\n    users(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          ...UserShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.UserListDocument,
  "\n  query UserCount {\n    users(first: 1) {\n      totalCount\n    }\n  }\n": types.UserCountDocument,
  "\n  mutation MailTest {\n    mailTest {\n      sentTo\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.MailTestDocument,
  "\n  query Mailbox {\n    mailbox {\n      via\n      kept\n      mails {\n        id\n        sentAt\n        toName\n        toAddress\n        subject\n      }\n    }\n  }\n":
    types.MailboxDocument,
  "\n  query KeptMail($id: UUID!) {\n    keptMail(id: $id) {\n      text\n      html\n      headers {\n        name\n        value\n      }\n    }\n  }\n":
    types.KeptMailDocument,
  "\n  mutation ProviderTest($kind: ProviderKind!) {\n    providerTest(kind: $kind) {\n      worked\n      message\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ProviderTestDocument,
  "\n  query ProviderList {\n    providers {\n      kind\n      state\n      name\n      testable\n    }\n  }\n":
    types.ProviderListDocument,
  "\n  mutation ProjectionRetry($input: ProjectionActionInput!) {\n    projectionRetry(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ProjectionRetryDocument,
  "\n  mutation ProjectionPark($input: ProjectionActionInput!) {\n    projectionPark(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ProjectionParkDocument,
  "\n  mutation ProjectionRebuild($input: ProjectionActionInput!) {\n    projectionRebuild(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ProjectionRebuildDocument,
  "\n  mutation JobCancel($input: JobActionInput!) {\n    jobCancel(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.JobCancelDocument,
  "\n  mutation JobRetry($input: JobActionInput!) {\n    jobRetry(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.JobRetryDocument,
  "\n  query ProjectionList {\n    projections {\n      ...ProjectionLine\n    }\n  }\n": types.ProjectionListDocument,
  "\n  fragment ProjectionLine on Projection {\n    name\n    version\n    state\n    position\n    headPosition\n    lagEvents\n    lagSeconds\n    error\n    failedPosition\n    failedEventType\n    parkedEvents\n    updatedAt\n    rebuild {\n      ...Progress\n    }\n  }\n":
    types.ProjectionLineFragmentDoc,
  "\n  query LogStatus {\n    logStatus {\n      headPosition\n      events\n      facts\n      epoch\n      sealedTo\n      bus\n      relayPosition\n      relayLag\n    }\n  }\n":
    types.LogStatusDocument,
  "\n  fragment JobLine on Job {\n    id\n    kind\n    title\n    state\n    attempts\n    maxAttempts\n    error\n    runAt\n    createdAt\n    startedAt\n    finishedAt\n    createdBy\n    cancellable\n    link\n    progress {\n      ...Progress\n    }\n  }\n":
    types.JobLineFragmentDoc,
  "\n  query JobList($first: Int!, $after: String, $state: JobState) {\n    jobs(first: $first, after: $after, state: $state, routine: false) {\n      edges {\n        cursor\n        node {\n          ...JobLine\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.JobListDocument,
  "\n  query JobCount($state: JobState) {\n    jobs(first: 1, state: $state, routine: false) {\n      totalCount\n    }\n  }\n":
    types.JobCountDocument,
  "\n  query RoutineJobs {\n    routineJobs {\n      kind\n      label\n      waiting\n      running\n      done\n      parked\n      lastFinishedAt\n    }\n  }\n":
    types.RoutineJobsDocument,
  "\n  subscription ProjectionsChanged {\n    projectionsChanged {\n      ...ProjectionLine\n    }\n  }\n":
    types.ProjectionsChangedDocument,
  "\n  subscription JobsChanged {\n    jobsChanged {\n      id\n      state\n    }\n  }\n": types.JobsChangedDocument,
  "\n  mutation ConsentRuleSet($input: ConsentRuleSetInput!) {\n    consentRuleSet(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ConsentRuleSetDocument,
  "\n  mutation ConsentRuleRemove($country: String!) {\n    consentRuleRemove(country: $country) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ConsentRuleRemoveDocument,
  "\n  query ConsentRules {\n    consentRules {\n      country\n      name\n      email\n      phone\n      changedAt\n      changedBy\n      note\n    }\n    consentRuleChanges {\n      position\n      country\n      name\n      rule {\n        email\n        phone\n      }\n      previous {\n        email\n        phone\n      }\n      note\n      at\n      actorName\n    }\n  }\n":
    types.ConsentRulesDocument,
  "\n  mutation ConsentRecord($input: ConsentRecordInput!) {\n    consentRecord(input: $input) {\n      statementIds\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ConsentRecordDocument,
  "\n  mutation ConsentWithdraw($input: ConsentWithdrawInput!) {\n    consentWithdraw(input: $input) {\n      suppressed\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ConsentWithdrawDocument,
  "\n  mutation ConsentTakeBack($input: ConsentTakeBackInput!) {\n    consentTakeBack(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ConsentTakeBackDocument,
  "\n  fragment ConsentShown on ConsentStatement {\n    id\n    contactId\n    personId\n    contactLabel\n    contactEmail\n    accountName\n    country\n    channel\n    standing\n    standingLabel\n    state\n    givenAt\n    origin\n    wording\n    reference\n    url\n    ip\n    note\n    fileName\n    fileSize\n    recordedAt\n    recordedBy\n    takenBackAt\n    takenBackBy\n    takenBackWhy\n    erased\n  }\n":
    types.ConsentShownFragmentDoc,
  "\n  query ConsentList($first: Int!, $after: String, $filter: ConsentFilter) {\n    consents(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...ConsentShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.ConsentListDocument,
  "\n  query ConsentCount($filter: ConsentFilter) {\n    consents(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.ConsentCountDocument,
  "\n  query ConsentOne($id: UUID!) {\n    consent(id: $id) {\n      ...ConsentShown\n    }\n  }\n":
    types.ConsentOneDocument,
  "\n  query ContactConsent($id: UUID!, $at: DateTime) {\n    contactConsent(contactId: $id, at: $at) {\n      channels {\n        channel\n        standing\n        standingLabel\n        permits\n        why\n        statementId\n        countryName\n      }\n      statements {\n        ...ConsentShown\n      }\n    }\n  }\n":
    types.ContactConsentDocument,
  "\n  mutation LegalHoldPlace($input: LegalHoldPlaceInput!) {\n    legalHoldPlace(input: $input) {\n      id\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.LegalHoldPlaceDocument,
  "\n  mutation LegalHoldLift($id: UUID!, $reason: String!) {\n    legalHoldLift(id: $id, reason: $reason) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.LegalHoldLiftDocument,
  "\n  fragment LegalHoldShown on LegalHold {\n    id\n    scope\n    recordId\n    data\n    label\n    reason\n    reference\n    since\n    placedBy\n    standing\n    liftedAt\n    liftedBy\n    liftReason\n    erased\n  }\n":
    types.LegalHoldShownFragmentDoc,
  "\n  query LegalHoldList($first: Int!, $after: String, $filter: LegalHoldFilter) {\n    legalHolds(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...LegalHoldShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.LegalHoldListDocument,
  "\n  query LegalHoldCount($filter: LegalHoldFilter) {\n    legalHolds(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.LegalHoldCountDocument,
  "\n  query LegalHoldOne($id: UUID!) {\n    legalHold(id: $id) {\n      ...LegalHoldShown\n    }\n  }\n":
    types.LegalHoldOneDocument,
  "\n  query LegalHoldsOf($entity: Entity!, $id: UUID!) {\n    legalHoldsOf(entity: $entity, id: $id) {\n      ...LegalHoldShown\n    }\n  }\n":
    types.LegalHoldsOfDocument,
  "\n  mutation PrivacyRequestReceive($input: PrivacyRequestReceiveInput!) {\n    privacyRequestReceive(input: $input) {\n      requestId\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.PrivacyRequestReceiveDocument,
  "\n  mutation PrivacyRequestAssign($input: PrivacyRequestAssignInput!) {\n    privacyRequestAssign(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.PrivacyRequestAssignDocument,
  "\n  mutation PrivacyRequestBegin($input: PrivacyRequestActionInput!) {\n    privacyRequestBegin(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.PrivacyRequestBeginDocument,
  "\n  mutation PrivacyRequestExtend($input: PrivacyRequestReasonInput!) {\n    privacyRequestExtend(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.PrivacyRequestExtendDocument,
  "\n  mutation PrivacyRequestAnswer($input: PrivacyRequestAnswerInput!) {\n    privacyRequestAnswer(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.PrivacyRequestAnswerDocument,
  "\n  mutation PrivacyRequestRefuse($input: PrivacyRequestReasonInput!) {\n    privacyRequestRefuse(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.PrivacyRequestRefuseDocument,
  "\n  fragment PrivacyRequestShown on PrivacyRequest {\n    id\n    kind\n    state\n    urgency\n    cameBy\n    receivedAt\n    dueAt\n    extended\n    extensionWhy\n    personLabel\n    name\n    email\n    phone\n    contactId\n    note\n    identity\n    refusal\n    assigneeId\n    assignee\n    answering\n    answeredBy\n    settledAt\n    holdings {\n      contacts\n      events\n      consents\n      suppressions\n      tasks\n      notes\n      imports\n      exports\n      importRows\n    }\n    hashes\n    fileSize\n    fileExpiresAt\n    hasProof\n    forgotten\n    recordedAt\n    recordedBy\n  }\n":
    types.PrivacyRequestShownFragmentDoc,
  "\n  query PrivacyRequestList($first: Int!, $after: String, $filter: PrivacyRequestFilter) {\n    privacyRequests(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...PrivacyRequestShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.PrivacyRequestListDocument,
  "\n  query PrivacyRequestCount($filter: PrivacyRequestFilter) {\n    privacyRequests(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.PrivacyRequestCountDocument,
  "\n  query PrivacyRequestsWaiting {\n    privacyRequestsWaiting {\n      unsettled\n      soon\n      overdue\n    }\n  }\n":
    types.PrivacyRequestsWaitingDocument,
  "\n  query PrivacyRequestOne($id: UUID!) {\n    privacyRequest(id: $id) {\n      ...PrivacyRequestShown\n    }\n  }\n":
    types.PrivacyRequestOneDocument,
  "\n  query PrivacyRequestSteps($id: UUID!) {\n    privacyRequestSteps(id: $id) {\n      position\n      title\n      text\n      at\n      by\n    }\n  }\n":
    types.PrivacyRequestStepsDocument,
  "\n  query PrivacyRequestFound($id: UUID!) {\n    privacyRequestFound(id: $id) {\n      holdings {\n        contacts\n        events\n        consents\n        suppressions\n        tasks\n        notes\n        imports\n        exports\n        importRows\n      }\n      contacts {\n        id\n        label\n      }\n    }\n  }\n":
    types.PrivacyRequestFoundDocument,
  "\n  query PrivacyRequestWaitsFor($id: UUID!) {\n    privacyRequestWaitsFor(id: $id)\n  }\n":
    types.PrivacyRequestWaitsForDocument,
  "\n  query PrivacyRequestAssignees {\n    taskAssignees {\n      id\n      name\n    }\n  }\n":
    types.PrivacyRequestAssigneesDocument,
  "\n  mutation RetentionDryRunStart($kind: RetentionKind!, $keep: RetentionKeepInput!) {\n    retentionDryRunStart(kind: $kind, keep: $keep) {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.RetentionDryRunStartDocument,
  "\n  mutation RetentionRuleSet($input: RetentionRuleSetInput!) {\n    retentionRuleSet(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.RetentionRuleSetDocument,
  "\n  mutation RetentionRunNow {\n    retentionRunNow {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.RetentionRunNowDocument,
  "\n  mutation RetentionCancel($input: JobActionInput!) {\n    jobCancel(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.RetentionCancelDocument,
  "\n  query Retention {\n    retentionRules {\n      kind\n      label\n      deletes\n      keep {\n        count\n        unit\n        label\n      }\n      mayBeForever\n      onHold\n      changedAt\n      changedBy\n      note\n    }\n    retentionRuleChanges {\n      position\n      kind\n      label\n      keep {\n        label\n      }\n      previous {\n        label\n      }\n      note\n      at\n      actorName\n    }\n    retentionRuns {\n      id\n      endedAt\n      askedBy\n      cancelled\n      deleted\n      held\n      kinds {\n        kind\n        label\n        deleted\n        held\n        left\n        more\n        onHold\n      }\n    }\n  }\n":
    types.RetentionDocument,
  "\n  query RetentionDryRun($id: UUID!) {\n    retentionDryRun(id: $id) {\n      id\n      dueNow\n      dueIn30Days\n      dueIn90Days\n      held\n      items {\n        id\n        name\n        since\n      }\n      heldItems {\n        id\n        name\n        since\n      }\n    }\n  }\n":
    types.RetentionDryRunDocument,
  "\n  query RetentionJob($id: UUID!) {\n    job(id: $id) {\n      id\n      state\n      error\n      progress {\n        done\n        phase\n      }\n    }\n  }\n":
    types.RetentionJobDocument,
  "\n  mutation SuppressionsAdd($input: SuppressionsAddInput!) {\n    suppressionsAdd(input: $input) {\n      ids\n      added\n      already\n      refused {\n        line\n        value\n        message\n      }\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SuppressionsAddDocument,
  "\n  mutation SuppressionRelease($id: UUID!, $reason: String!) {\n    suppressionRelease(id: $id, reason: $reason) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.SuppressionReleaseDocument,
  "\n  fragment SuppressionShown on Suppression {\n    id\n    kind\n    value\n    label\n    reach\n    clientId\n    clientName\n    campaignId\n    campaignName\n    brandId\n    brandName\n    reason\n    reasonLabel\n    standing\n    note\n    since\n    until\n    addedBy\n    releasedAt\n    releasedBy\n    releaseReason\n    erased\n  }\n":
    types.SuppressionShownFragmentDoc,
  "\n  query SuppressionList($first: Int!, $after: String, $filter: SuppressionFilter) {\n    suppressions(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...SuppressionShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n":
    types.SuppressionListDocument,
  "\n  query SuppressionCount($filter: SuppressionFilter) {\n    suppressions(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.SuppressionCountDocument,
  "\n  query SuppressionOne($id: UUID!) {\n    suppression(id: $id) {\n      ...SuppressionShown\n    }\n    suppressionEvents(id: $id) {\n      position\n      eventType\n      title\n      text\n      at\n      actorName\n      source\n      ip\n    }\n  }\n":
    types.SuppressionOneDocument,
  "\n  query SuppressionsOf($entity: Entity!, $id: UUID!) {\n    suppressionsOf(entity: $entity, id: $id) {\n      ...SuppressionShown\n    }\n  }\n":
    types.SuppressionsOfDocument,
  "\n  query SuppressionCheck($value: String!) {\n    suppressionCheck(value: $value) {\n      kind\n      value\n      suppressed\n      because {\n        suppressionId\n        reasonLabel\n        since\n      }\n    }\n  }\n":
    types.SuppressionCheckDocument,
  "\n  query SuppressionFiles($reason: SuppressionReason) {\n    suppressionFiles(reason: $reason) {\n      id\n      reason\n      reasonLabel\n      country\n      asOf\n      ageDays\n      stale\n      rows\n      added\n      already\n      refused\n      readAt\n      readBy\n    }\n  }\n":
    types.SuppressionFilesDocument,
  "\n  fragment NoteWritten on NotePayload {\n    position\n    note {\n      id\n      version\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n":
    types.NoteWrittenFragmentDoc,
  "\n  mutation NoteAdd($input: NoteAddInput!) {\n    noteAdd(input: $input) {\n      ...NoteWritten\n    }\n  }\n":
    types.NoteAddDocument,
  "\n  mutation NoteEdit($input: NoteEditInput!) {\n    noteEdit(input: $input) {\n      ...NoteWritten\n    }\n  }\n":
    types.NoteEditDocument,
  "\n  mutation NotePin($id: UUID!, $pinned: Boolean!) {\n    notePin(id: $id, pinned: $pinned) {\n      ...NoteWritten\n    }\n  }\n":
    types.NotePinDocument,
  "\n  mutation NoteDelete($id: UUID!) {\n    noteDelete(id: $id) {\n      ...NoteWritten\n    }\n  }\n":
    types.NoteDeleteDocument,
  "\n  mutation NoteRestore($id: UUID!) {\n    noteRestore(id: $id) {\n      ...NoteWritten\n    }\n  }\n":
    types.NoteRestoreDocument,
  "\n  fragment NoteParts on Note {\n    id\n    body\n    authorName\n    pinned\n    createdAt\n    editedAt\n    editedByName\n    mayChange\n    version\n  }\n":
    types.NotePartsFragmentDoc,
  "\n  query Notes($entity: Entity!, $recordId: UUID!, $after: String) {\n    notes(entity: $entity, recordId: $recordId, first: 30, after: $after) {\n      edges {\n        node {\n          ...NoteParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n":
    types.NotesDocument,
  "\n  fragment TaskWritten on TaskPayload {\n    position\n    task {\n      id\n      version\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n":
    types.TaskWrittenFragmentDoc,
  "\n  mutation TaskCreate($input: TaskCreateInput!) {\n    taskCreate(input: $input) {\n      ...TaskWritten\n    }\n  }\n":
    types.TaskCreateDocument,
  "\n  mutation TaskChange($input: TaskChangeInput!) {\n    taskChange(input: $input) {\n      ...TaskWritten\n    }\n  }\n":
    types.TaskChangeDocument,
  "\n  mutation TaskComplete($id: UUID!) {\n    taskComplete(id: $id) {\n      ...TaskWritten\n    }\n  }\n":
    types.TaskCompleteDocument,
  "\n  mutation TaskCancel($id: UUID!) {\n    taskCancel(id: $id) {\n      ...TaskWritten\n    }\n  }\n":
    types.TaskCancelDocument,
  "\n  mutation TaskReopen($id: UUID!) {\n    taskReopen(id: $id) {\n      ...TaskWritten\n    }\n  }\n":
    types.TaskReopenDocument,
  "\n  mutation TaskDelete($id: UUID!) {\n    taskDelete(id: $id) {\n      ...TaskWritten\n    }\n  }\n":
    types.TaskDeleteDocument,
  "\n  mutation TaskRestore($id: UUID!) {\n    taskRestore(id: $id) {\n      ...TaskWritten\n    }\n  }\n":
    types.TaskRestoreDocument,
  "\n  fragment TaskParts on Task {\n    id\n    title\n    details\n    state\n    priority\n    dueOn\n    dueAt\n    assigneeId\n    assigneeName\n    entity\n    recordId\n    recordName\n    createdByName\n    settledAt\n    settledByName\n    mayChange\n    version\n  }\n":
    types.TaskPartsFragmentDoc,
  "\n  query Tasks($filter: TaskFilter!, $first: Int!, $after: String) {\n    tasks(filter: $filter, first: $first, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...TaskParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n":
    types.TasksDocument,
  "\n  query TaskCounts($timeZone: String!) {\n    taskCounts(timeZone: $timeZone) {\n      open\n      overdue\n    }\n  }\n":
    types.TaskCountsDocument,
  "\n  query TaskAssignees {\n    taskAssignees {\n      id\n      name\n    }\n  }\n": types.TaskAssigneesDocument,
  "\n  fragment Refusal on UserError {\n    code\n    field\n    message\n  }\n": types.RefusalFragmentDoc,
  "\n  fragment Progress on JobProgress {\n    done\n    total\n    rate\n    etaSeconds\n    phase\n  }\n":
    types.ProgressFragmentDoc,
  "\n  mutation PreferencesSave($input: PreferencesInput!) {\n    preferencesSave(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n":
    types.PreferencesSaveDocument,
  "\n  fragment AudienceEventParts on AudienceEvent {\n    position\n    eventType\n    title\n    at\n    actorName\n    sourceLabel\n    changes {\n      label\n      old\n      new\n    }\n  }\n":
    types.AudienceEventPartsFragmentDoc,
  "\n  query SegmentHistory($id: UUID!) {\n    segmentHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n":
    types.SegmentHistoryDocument,
  "\n  query ListHistory($id: UUID!) {\n    listHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n":
    types.ListHistoryDocument,
  "\n  query DomainSetHistory($id: UUID!) {\n    domainSetHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n":
    types.DomainSetHistoryDocument,
  "\n  query EmailTemplateHistory($id: UUID!) {\n    emailTemplateHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n":
    types.EmailTemplateHistoryDocument,
  "\n  query EmailSnippetHistory($id: UUID!) {\n    emailSnippetHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n":
    types.EmailSnippetHistoryDocument,
  "\n  query CampaignHistory($id: UUID!) {\n    campaignHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n":
    types.CampaignHistoryDocument,
  "\n  query FieldCatalogue($entity: Entity!) {\n    fieldCatalogue(entity: $entity) {\n      key\n      label\n      kind\n      group\n      personal\n      writable\n      unique\n      required\n      sortable\n      custom\n      options\n      choices {\n        value\n        label\n        retired\n      }\n    }\n  }\n":
    types.FieldCatalogueDocument,
  "\n  query FilterFields($entity: Entity!) {\n    filterFields(entity: $entity) {\n      key\n      label\n      group\n      type\n      kind\n      options\n      choices {\n        value\n        label\n        retired\n      }\n      suggestions\n      operators {\n        name\n        label\n        takes\n      }\n    }\n  }\n":
    types.FilterFieldsDocument,
  "\n  query FilterSuggestions($entity: Entity!, $field: String!, $prefix: String!) {\n    filterSuggestions(entity: $entity, field: $field, prefix: $prefix) {\n      value\n      label\n      seen\n    }\n  }\n":
    types.FilterSuggestionsDocument,
  "\n  query FilterCheck($entity: Entity!, $filter: JSON!) {\n    filterCheck(entity: $entity, filter: $filter) {\n      valid\n      sentence\n      errors {\n        path\n        message\n      }\n    }\n  }\n":
    types.FilterCheckDocument,
  "\n  query FilterSentence($entity: Entity!, $filter: JSON!) {\n    filterSentence(entity: $entity, filter: $filter)\n  }\n":
    types.FilterSentenceDocument,
  "\n  query HistoryOf($entity: Entity!, $id: UUID!, $first: Int!, $after: String, $wanted: TimelineFilter) {\n    history(entity: $entity, id: $id, first: $first, after: $after, wanted: $wanted) {\n      edges {\n        cursor\n        node {\n          position\n          eventType\n          title\n          about\n          at\n          source\n          sourceLabel\n          importId\n          actorName\n          restoredFrom\n          undoable\n          requestId\n          changes {\n            field\n            label\n            old\n            new\n            kept\n            rule\n            derived\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n":
    types.HistoryOfDocument,
  "\n  query TimelineFacets($entity: Entity!, $id: UUID!) {\n    timelineFacets(entity: $entity, id: $id) {\n      kinds {\n        key\n        label\n        count\n      }\n      actors {\n        id\n        name\n        count\n      }\n      moments {\n        position\n        at\n        eventType\n      }\n    }\n  }\n":
    types.TimelineFacetsDocument,
  "\n  query RecordThen($entity: Entity!, $id: UUID!, $at: DateTime, $position: Int) {\n    recordAsOf(entity: $entity, id: $id, at: $at, position: $position) {\n      existed\n      archived\n      at\n      fields {\n        field\n        label\n        value\n        text\n        derived\n      }\n    }\n    recordCompare(entity: $entity, id: $id, from: $at, fromPosition: $position) {\n      fields {\n        field\n        label\n        to\n        toText\n        changed\n      }\n    }\n  }\n":
    types.RecordThenDocument,
  "\n  query RecordsCompared(\n    $entity: Entity!\n    $id: UUID!\n    $from: DateTime\n    $fromPosition: Int\n    $to: DateTime\n    $toPosition: Int\n  ) {\n    recordCompare(\n      entity: $entity\n      id: $id\n      from: $from\n      fromPosition: $fromPosition\n      to: $to\n      toPosition: $toPosition\n    ) {\n      from {\n        existed\n        archived\n        at\n      }\n      to {\n        existed\n        archived\n        at\n      }\n      fields {\n        field\n        label\n        from\n        fromText\n        to\n        toText\n        changed\n      }\n    }\n  }\n":
    types.RecordsComparedDocument,
  "\n  query Memberships($entity: Entity!, $id: UUID!, $past: Boolean!) {\n    memberships(entity: $entity, id: $id, past: $past) {\n      segments {\n        segmentId\n        name\n        archived\n        enteredAt\n        enteredBecause {\n          cause\n          conditions {\n            sentence\n            holds\n          }\n        }\n        leftAt\n        leftBecause {\n          cause\n          conditions {\n            sentence\n            holds\n          }\n        }\n      }\n      lists {\n        listId\n        name\n        archived\n        source\n        how\n        byName\n        enteredAt\n        leftAt\n      }\n      domainSets {\n        domainSetId\n        name\n        archived\n        domain\n        byAccount\n        via\n        matchedAt\n        since\n      }\n    }\n  }\n":
    types.MembershipsDocument,
  "\n  mutation RecordsMerge($input: RecordsMergeInput!) {\n    recordsMerge(input: $input) {\n      position\n      bulk {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.RecordsMergeDocument,
  "\n  mutation MergeUndo($input: BulkUndoInput!) {\n    bulkUndo(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.MergeUndoDocument,
  "\n  query MergeUndone($id: UUID!) {\n    bulk(id: $id) {\n      state\n      undo {\n        state\n      }\n    }\n  }\n":
    types.MergeUndoneDocument,
  "\n  query MergeContacts($ids: [UUID!]!) {\n    contacts(filter: { ids: $ids, archived: null }, first: 60) {\n      edges {\n        node {\n          id\n          version\n          archived\n          fields\n          accountId\n          accountName\n          createdAt\n          updatedAt\n        }\n      }\n    }\n  }\n":
    types.MergeContactsDocument,
  "\n  query MergeAccounts($ids: [UUID!]!) {\n    accounts(filter: { ids: $ids, archived: null }, first: 60) {\n      edges {\n        node {\n          id\n          version\n          archived\n          fields\n          createdAt\n          updatedAt\n        }\n      }\n    }\n  }\n":
    types.MergeAccountsDocument,
  "\n  query UndoNames($contacts: [UUID!]!, $accounts: [UUID!]!, $ofContacts: Boolean!, $ofAccounts: Boolean!) {\n    contacts(first: 100, filter: { ids: $contacts, archived: null }) @include(if: $ofContacts) {\n      edges {\n        node {\n          id\n          fullName\n          email\n        }\n      }\n    }\n    accounts(first: 100, filter: { ids: $accounts, archived: null }) @include(if: $ofAccounts) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n":
    types.UndoNamesDocument,
  "\n  query PhoneAssessed($number: String!) {\n    phoneAssessment(number: $number) {\n      validity\n      line\n      lineLabel\n      countryName\n      timeZone\n    }\n  }\n":
    types.PhoneAssessedDocument,
  "\n  fragment Origin on ValueOrigin {\n    position\n    at\n    sourceLabel\n    importId\n    actorName\n    restoredFrom\n  }\n":
    types.OriginFragmentDoc,
  "\n  query ProvenanceOf($entity: Entity!, $id: UUID!) {\n    provenance(entity: $entity, id: $id) {\n      fields {\n        field\n        current {\n          value\n          text\n          derived\n          origin {\n            ...Origin\n          }\n        }\n        earlier {\n          value\n          text\n          derived\n          origin {\n            ...Origin\n          }\n        }\n        kept {\n          value\n          text\n          rule\n          origin {\n            ...Origin\n          }\n        }\n      }\n    }\n  }\n":
    types.ProvenanceOfDocument,
  "\n  fragment UndoRow on ImportUndoRow {\n    entity\n    recordId\n    name\n    outcome\n    changes {\n      field\n      label\n      old\n      new\n    }\n    conflicts {\n      field\n      label\n      reason\n      message\n    }\n  }\n":
    types.UndoRowFragmentDoc,
  "\n  query RecordWork($entity: Entity!, $id: UUID!) {\n    tasks(first: 0, filter: { entity: $entity, recordId: $id, states: [OPEN] }) {\n      totalCount\n    }\n    notes(first: 0, entity: $entity, recordId: $id) {\n      totalCount\n    }\n  }\n":
    types.RecordWorkDocument,
  "\n  query Search($text: String!, $kinds: [SearchKind!], $first: Int!, $archived: Boolean!, $audiences: Boolean!) {\n    search(text: $text, kinds: $kinds, first: $first, archived: $archived) {\n      stale\n      audiences @include(if: $audiences) {\n        total\n        hits {\n          kind\n          id\n          entity\n          archived\n          tags\n          namePieces {\n            text\n            hit\n          }\n        }\n      }\n      groups {\n        kind\n        total\n        more\n        hits {\n          kind\n          id\n          title\n          archived\n          titlePieces {\n            text\n            hit\n          }\n          subtitlePieces {\n            text\n            hit\n          }\n          matched {\n            field\n            label\n            pieces {\n              text\n              hit\n            }\n          }\n        }\n      }\n    }\n  }\n":
    types.SearchDocument,
  "\n  query SearchOpened(\n    $first: Int!\n    $contacts: ContactFilter\n    $accounts: AccountFilter\n    $withContacts: Boolean!\n    $withAccounts: Boolean!\n  ) {\n    contacts(first: $first, filter: $contacts) @include(if: $withContacts) {\n      edges {\n        node {\n          id\n          fullName\n          email\n          jobTitle\n          accountName\n          archived\n          erased\n        }\n      }\n    }\n    accounts(first: $first, filter: $accounts) @include(if: $withAccounts) {\n      edges {\n        node {\n          id\n          name\n          domain\n          archived\n        }\n      }\n    }\n  }\n":
    types.SearchOpenedDocument,
  "\n  mutation ClientViewEnd($id: UUID!) {\n    clientViewEnd(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n":
    types.ClientViewEndDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment AccountChanged on AccountPayload {\n    position\n    userErrors {\n      ...Refusal\n      recordId\n    }\n    account {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      tags\n      status\n      ownerName\n      contactCount\n      archived\n      mayArchive\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n",
): typeof import("./graphql").AccountChangedFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation AccountCreate($input: RecordInput!) {\n    accountCreate(input: $input) {\n      ...AccountChanged\n    }\n  }\n",
): typeof import("./graphql").AccountCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation AccountUpdate($input: RecordUpdateInput!) {\n    accountUpdate(input: $input) {\n      ...AccountChanged\n    }\n  }\n",
): typeof import("./graphql").AccountUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation AccountArchive($input: RecordActionInput!) {\n    accountArchive(input: $input) {\n      ...AccountChanged\n    }\n  }\n",
): typeof import("./graphql").AccountArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation AccountRestore($input: RecordActionInput!) {\n    accountRestore(input: $input) {\n      ...AccountChanged\n    }\n  }\n",
): typeof import("./graphql").AccountRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation AccountUndo($input: RecordUndoInput!) {\n    accountUndo(input: $input) {\n      ...AccountChanged\n    }\n  }\n",
): typeof import("./graphql").AccountUndoDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation AccountRestoreValues($input: RecordRestoreValuesInput!) {\n    accountRestoreValues(input: $input) {\n      ...AccountChanged\n    }\n  }\n",
): typeof import("./graphql").AccountRestoreValuesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query AccountTree($id: UUID!) {\n    accountTree(id: $id) {\n      more\n      nodes {\n        id\n        parentId\n        name\n        domain\n        archived\n        status\n        contactCount\n        depth\n      }\n    }\n  }\n",
): typeof import("./graphql").AccountTreeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query AccountPeople($id: UUID!) {\n    accountPeople(id: $id) {\n      total\n      withEmail\n      emailVerified\n      withPhone\n      seniorities\n      cells {\n        seniority\n        department\n        count\n      }\n    }\n  }\n",
): typeof import("./graphql").AccountPeopleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query AccountList($first: Int!, $after: String, $before: String, $filter: AccountFilter, $sort: RecordSort) {\n    accounts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          name\n          domain\n          industry\n          employeesSizeRange\n          staffCount\n          hqCity\n          hqCountry\n          mainPhone\n          tags\n          status\n          ownerName\n          clientRestrictionId\n          clientRestrictionName\n          contactCount\n          archived\n          mayArchive\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").AccountListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query AccountCount($filter: AccountFilter) {\n    accounts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").AccountCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query AccountRecord($id: UUID!) {\n    account(id: $id) {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      status\n      ownerName\n      contactCount\n      archived\n      mergedInto\n      mayArchive\n      sourceLabel\n      importId\n      teamName\n      clientRestrictionId\n      clientRestrictionName\n      createdAt\n      updatedAt\n      version\n      fields\n      parent {\n        id\n        name\n      }\n    }\n  }\n",
): typeof import("./graphql").AccountRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation BulkStart($input: BulkStartInput!) {\n    bulkStart(input: $input) {\n      position\n      bulk {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").BulkStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation BulkCancel($input: BulkActionOnInput!) {\n    bulkCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").BulkCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation BulkUndoPreview($input: BulkActionOnInput!) {\n    bulkUndoPreview(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").BulkUndoPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation BulkUndo($input: BulkUndoInput!) {\n    bulkUndo(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").BulkUndoDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation BulkUndoCancel($input: BulkActionOnInput!) {\n    bulkUndoCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").BulkUndoCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment BulkUndoRun on BulkUndo {\n    state\n    startedAt\n    finishedAt\n    counts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    progress {\n      ...Progress\n    }\n  }\n",
): typeof import("./graphql").BulkUndoRunFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment BulkFull on Bulk {\n    id\n    entity\n    state\n    action {\n      kind\n      title\n      asked\n      fields {\n        field\n        label\n      }\n    }\n    byIds\n    filter\n    expected\n    counts {\n      selected\n      changed\n      unchanged\n      refused\n      notRun\n    }\n    reasons {\n      code\n      message\n      count\n    }\n    createdAt\n    createdBy\n    mine\n    finishedAt\n    error\n    mayUndo\n    whyNotUndo\n    progress {\n      ...Progress\n    }\n    undo {\n      ...BulkUndoRun\n    }\n    undoPreview {\n      ...BulkUndoRun\n    }\n  }\n",
): typeof import("./graphql").BulkFullFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query BulkChange($id: UUID!) {\n    bulk(id: $id) {\n      ...BulkFull\n    }\n  }\n",
): typeof import("./graphql").BulkChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query BulkList($first: Int!, $after: String) {\n    bulks(first: $first, after: $after) {\n      stale\n      edges {\n        cursor\n        node {\n          ...BulkFull\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").BulkListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query BulkCount {\n    bulks(first: 1) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").BulkCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query BulkPreview($selection: BulkSelectionInput!) {\n    bulkPreview(selection: $selection) {\n      matching\n      outOfReach\n      archived\n    }\n  }\n",
): typeof import("./graphql").BulkPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query BulkRecords($id: UUID!, $outcome: BulkOutcome, $first: Int!, $after: String) {\n    bulkRecords(id: $id, outcome: $outcome, first: $first, after: $after) {\n      edges {\n        node {\n          recordId\n          name\n          outcome\n          code\n          message\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").BulkRecordsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  subscription BulkProgress($id: UUID!) {\n    bulkProgress(id: $id) {\n      ...BulkFull\n    }\n  }\n",
): typeof import("./graphql").BulkProgressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query BulkUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {\n    bulkUndoRows(id: $id, list: $list, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n",
): typeof import("./graphql").BulkUndoRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query BulkUndoLeft($id: UUID!, $first: Int!, $after: String) {\n    bulkUndoLeft(id: $id, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n",
): typeof import("./graphql").BulkUndoLeftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment ContactChanged on ContactPayload {\n    position\n    userErrors {\n      ...Refusal\n      recordId\n    }\n    contact {\n      id\n      fullName\n      jobTitle\n      seniorityLevel\n      department\n      email\n      emailStatus\n      directPhone\n      accountId\n      accountName\n      accountDomain\n      city\n      country\n      lifecycle\n      tags\n      ownerName\n      archived\n      mayArchive\n      erased\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n",
): typeof import("./graphql").ContactChangedFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ContactCreate($input: RecordInput!) {\n    contactCreate(input: $input) {\n      ...ContactChanged\n    }\n  }\n",
): typeof import("./graphql").ContactCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ContactUpdate($input: RecordUpdateInput!) {\n    contactUpdate(input: $input) {\n      ...ContactChanged\n    }\n  }\n",
): typeof import("./graphql").ContactUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ContactArchive($input: RecordActionInput!) {\n    contactArchive(input: $input) {\n      ...ContactChanged\n    }\n  }\n",
): typeof import("./graphql").ContactArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ContactRestore($input: RecordActionInput!) {\n    contactRestore(input: $input) {\n      ...ContactChanged\n    }\n  }\n",
): typeof import("./graphql").ContactRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ContactUndo($input: RecordUndoInput!) {\n    contactUndo(input: $input) {\n      ...ContactChanged\n    }\n  }\n",
): typeof import("./graphql").ContactUndoDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ContactRestoreValues($input: RecordRestoreValuesInput!) {\n    contactRestoreValues(input: $input) {\n      ...ContactChanged\n    }\n  }\n",
): typeof import("./graphql").ContactRestoreValuesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ContactErase($input: ContactEraseInput!) {\n    contactErase(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ContactEraseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ContactList($first: Int!, $after: String, $before: String, $filter: ContactFilter, $sort: RecordSort) {\n    contacts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          fullName\n          jobTitle\n          seniorityLevel\n          department\n          email\n          emailStatus\n          directPhone\n          accountId\n          accountName\n          accountDomain\n          city\n          country\n          lifecycle\n          tags\n          ownerName\n          clientRestrictionId\n          clientRestrictionName\n          archived\n          mayArchive\n          erased\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").ContactListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ContactCount($filter: ContactFilter) {\n    contacts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").ContactCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ContactRecord($id: UUID!) {\n    contact(id: $id) {\n      id\n      fullName\n      jobTitle\n      email\n      emailStatus\n      directPhone\n      mobilePhone\n      phoneStatus\n      accountId\n      accountName\n      accountDomain\n      accountLink\n      timezone\n      ownerName\n      archived\n      mergedInto\n      mayArchive\n      erased\n      sourceLabel\n      importId\n      teamName\n      clientRestrictionId\n      clientRestrictionName\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n",
): typeof import("./graphql").ContactRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CustomFieldDefine($input: CustomFieldDefineInput!) {\n    customFieldDefine(input: $input) {\n      customField {\n        entity\n        key\n        label\n      }\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").CustomFieldDefineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CustomFieldChange($input: CustomFieldChangeInput!) {\n    customFieldChange(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").CustomFieldChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CustomFieldArchive($entity: Entity!, $key: String!) {\n    customFieldArchive(entity: $entity, key: $key) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").CustomFieldArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CustomFieldRestore($entity: Entity!, $key: String!) {\n    customFieldRestore(entity: $entity, key: $key) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").CustomFieldRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query CustomFieldList($entity: Entity!) {\n    customFields(entity: $entity, archived: true) {\n      entity\n      key\n      label\n      type\n      options {\n        value\n        label\n        retired\n      }\n      required\n      unique\n      default\n      archived\n      createdByName\n      createdAt\n    }\n  }\n",
): typeof import("./graphql").CustomFieldListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation DomainSetUpload($input: DomainSetUploadInput!) {\n    domainSetUpload(input: $input) {\n      id\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").DomainSetUploadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation DomainSetUpdate($input: DomainSetUpdateInput!) {\n    domainSetUpdate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").DomainSetUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation DomainSetArchive($id: UUID!) {\n    domainSetArchive(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").DomainSetArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation DomainSetRestore($id: UUID!) {\n    domainSetRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").DomainSetRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation DomainSetMatch($id: UUID!, $stubs: Boolean) {\n    domainSetMatch(id: $id, stubs: $stubs) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").DomainSetMatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation DomainSetMatchCancel($id: UUID!) {\n    domainSetMatchCancel(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").DomainSetMatchCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation DomainSetItemJudge($input: DomainSetItemJudgeInput!) {\n    domainSetItemJudge(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").DomainSetItemJudgeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation DomainSetItemRetract($input: DomainSetItemRetractInput!) {\n    domainSetItemRetract(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").DomainSetItemRetractDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment DomainSetShown on DomainSet {\n    id\n    name\n    sharing\n    teamId\n    ownerId\n    ownerName\n    tags\n    source\n    fileName\n    stubs\n    state\n    error\n    jobId\n    items\n    repeated\n    invalid\n    matchedAt\n    archived\n    createdAt\n    updatedAt\n  }\n",
): typeof import("./graphql").DomainSetShownFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment DomainSetItemShown on DomainSetItem {\n    number\n    domain\n    accountName\n    notes\n    given\n    repaired\n    resembles\n    status\n    accountId\n    account\n    accountDomain\n    accountStatus\n    via\n    confidence\n    likeness\n    judgedAt\n    contacts\n  }\n",
): typeof import("./graphql").DomainSetItemShownFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DomainSetList($first: Int!, $after: String, $q: String, $archived: Boolean!) {\n    domainSets(first: $first, after: $after, q: $q, archived: $archived) {\n      edges {\n        cursor\n        node {\n          ...DomainSetShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").DomainSetListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DomainSetCount($q: String, $archived: Boolean!) {\n    domainSets(first: 1, q: $q, archived: $archived) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").DomainSetCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DomainSetOne($id: UUID!) {\n    domainSet(id: $id) {\n      ...DomainSetShown\n    }\n  }\n",
): typeof import("./graphql").DomainSetOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DomainSetFigures($id: UUID!) {\n    domainSet(id: $id) {\n      contactCount\n      usedBy {\n        id\n        name\n        entity\n      }\n      report {\n        items\n        exact\n        confirmed\n        fuzzy\n        unknown\n        pending\n        matchRate\n        accounts\n        stubs\n        lookalikes\n      }\n    }\n  }\n",
): typeof import("./graphql").DomainSetFiguresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DomainSetWays($id: UUID!) {\n    domain: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: DOMAIN }) {\n      totalCount\n    }\n    alternate: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: ALTERNATE }) {\n      totalCount\n    }\n    fuzzy: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: FUZZY }) {\n      totalCount\n    }\n    manual: domainSetItems(id: $id, first: 1, filter: { statuses: [MATCHED], via: MANUAL }) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").DomainSetWaysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DomainSetItemList($id: UUID!, $first: Int!, $after: String, $filter: DomainSetItemFilter) {\n    domainSetItems(id: $id, first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...DomainSetItemShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").DomainSetItemListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DomainSetItemCount($id: UUID!, $filter: DomainSetItemFilter) {\n    domainSetItems(id: $id, first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").DomainSetItemCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DomainSetLineList($id: UUID!, $first: Int!, $after: String) {\n    domainSetInvalidLines(id: $id, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          number\n          code\n          reason\n          given\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").DomainSetLineListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DomainSetLineCount($id: UUID!) {\n    domainSetInvalidLines(id: $id, first: 1) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").DomainSetLineCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DomainSetContactList($id: UUID!, $first: Int!, $after: String, $filter: DomainSetContactFilter) {\n    domainSetContacts(id: $id, first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          fullName\n          jobTitle\n          seniority\n          department\n          email\n          accountId\n          accountName\n          matchedVia\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").DomainSetContactListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DomainSetContactCount($id: UUID!, $filter: DomainSetContactFilter) {\n    domainSetContacts(id: $id, first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").DomainSetContactCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DomainSetJob($id: UUID!) {\n    job(id: $id) {\n      state\n      error\n      progress {\n        ...Progress\n      }\n    }\n  }\n",
): typeof import("./graphql").DomainSetJobDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation DuplicatesFind($input: DuplicatesFindInput!) {\n    duplicatesFind(input: $input) {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").DuplicatesFindDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation DuplicatesJudge($input: DuplicatesJudgeInput!) {\n    duplicatesJudge(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").DuplicatesJudgeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation DuplicatesMerge($input: DuplicatesMergeInput!) {\n    duplicatesMerge(input: $input) {\n      position\n      bulk {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").DuplicatesMergeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DuplicateQueue($entity: Entity!, $filter: DuplicateFilter, $first: Int!, $after: String) {\n    duplicates(entity: $entity, filter: $filter, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          a\n          b\n          score\n          class\n          reasons\n          dismissedAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").DuplicateQueueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DuplicateStanding($entity: Entity!) {\n    duplicateStanding(entity: $entity) {\n      exact\n      duplicate\n      review\n      dismissed\n      lookedAt\n      lookedRecords\n      jobId\n    }\n  }\n",
): typeof import("./graphql").DuplicateStandingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailVerificationStart($input: EmailVerificationStartInput!) {\n    emailVerificationStart(input: $input) {\n      position\n      id\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailVerificationStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailVerificationCancel($input: EmailVerificationCancelInput!) {\n    emailVerificationCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailVerificationCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment EmailVerificationFull on EmailVerification {\n    id\n    state\n    byIds\n    expected\n    importId\n    again\n    mailboxes\n    counts {\n      valid\n      risky\n      invalid\n      disposable\n      catchAll\n      unknown\n      noEmail\n      refused\n      notRun\n      known\n      changed\n      done\n    }\n    reasons {\n      code\n      message\n      count\n    }\n    createdAt\n    createdBy\n    finishedAt\n    error\n    progress {\n      ...Progress\n    }\n  }\n",
): typeof import("./graphql").EmailVerificationFullFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailVerificationOne($id: UUID!) {\n    emailVerification(id: $id) {\n      ...EmailVerificationFull\n    }\n  }\n",
): typeof import("./graphql").EmailVerificationOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailVerificationList($first: Int!, $after: String, $importId: UUID) {\n    emailVerifications(first: $first, after: $after, importId: $importId) {\n      stale\n      edges {\n        cursor\n        node {\n          ...EmailVerificationFull\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailVerificationListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailVerificationCount {\n    emailVerifications(first: 1) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").EmailVerificationCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailVerificationContacts($id: UUID!, $outcome: EmailVerificationOutcome, $first: Int!, $after: String) {\n    emailVerificationContacts(id: $id, outcome: $outcome, first: $first, after: $after) {\n      edges {\n        node {\n          contactId\n          name\n          email\n          outcome\n          reason\n          message\n          changed\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailVerificationContactsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailVerificationSettings {\n    emailVerificationSettings {\n      mailboxes\n      perMinute\n      hostBudget\n    }\n  }\n",
): typeof import("./graphql").EmailVerificationSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  subscription EmailVerificationProgress($id: UUID!) {\n    emailVerificationProgress(id: $id) {\n      ...EmailVerificationFull\n    }\n  }\n",
): typeof import("./graphql").EmailVerificationProgressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation IndustrySuggest($input: IndustrySuggestInput!) {\n    industrySuggest(input: $input) {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").IndustrySuggestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation IndustrySuggestionAccept($id: UUID!) {\n    industrySuggestionAccept(accountId: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").IndustrySuggestionAcceptDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation IndustrySuggestionReject($input: IndustryRejectInput!) {\n    industrySuggestionReject(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").IndustrySuggestionRejectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation IndustrySuggestionReopen($id: UUID!) {\n    industrySuggestionReopen(accountId: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").IndustrySuggestionReopenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation IndustrySuggestionsAcceptAll($input: IndustryAcceptAllInput!) {\n    industrySuggestionsAcceptAll(input: $input) {\n      bulkId\n      accounts\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").IndustrySuggestionsAcceptAllDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation IndustrySuggestionsRejectAll($input: IndustryRejectAllInput!) {\n    industrySuggestionsRejectAll(input: $input) {\n      bulkId\n      accounts\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").IndustrySuggestionsRejectAllDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment IndustrySuggestionShown on IndustrySuggestion {\n    accountId\n    accountName\n    accountDomain\n    description\n    currentIndustry\n    decision\n    industry\n    naics {\n      code\n      title\n    }\n    sic {\n      code\n      title\n    }\n    confidence\n    suggestedBy\n    because {\n      place\n      words\n    }\n    suggestedAt\n    decidedAt\n    decidedByName\n    reason\n    reverted\n  }\n",
): typeof import("./graphql").IndustrySuggestionShownFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query IndustrySuggestionList($first: Int!, $after: String, $filter: IndustrySuggestionFilter) {\n    industrySuggestions(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...IndustrySuggestionShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").IndustrySuggestionListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query IndustrySuggestionCount($filter: IndustrySuggestionFilter) {\n    industrySuggestions(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").IndustrySuggestionCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query IndustrySuggestionCounts {\n    industrySuggestionCounts {\n      pending\n      sure\n      accepted\n      rejected\n      hasModel\n    }\n  }\n",
): typeof import("./graphql").IndustrySuggestionCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query IndustrySuggestionOf($id: UUID!) {\n    industrySuggestion(accountId: $id) {\n      ...IndustrySuggestionShown\n    }\n  }\n",
): typeof import("./graphql").IndustrySuggestionOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query IndustrySuggestJob($id: UUID!) {\n    job(id: $id) {\n      state\n      error\n      progress {\n        done\n        total\n        phase\n      }\n    }\n  }\n",
): typeof import("./graphql").IndustrySuggestJobDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ExportStart($input: ExportStartInput!) {\n    exportStart(input: $input) {\n      position\n      export {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ExportStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ExportCancel($input: ExportActionInput!) {\n    exportCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ExportCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ExportLink($input: ExportActionInput!) {\n    exportLink(input: $input) {\n      url\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ExportLinkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ExportList($first: Int!, $after: String) {\n    exports(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          entity\n          format\n          state\n          columns\n          filter\n          createdAt\n          createdBy\n          mine\n          finishedAt\n          error\n          rows\n          asOf\n          fileSize\n          cutCells\n          restricted\n          leftOut\n          expiresAt\n          progress {\n            ...Progress\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").ExportListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ExportCount {\n    exports(first: 1) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").ExportCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportFixRows($input: ImportFixRowsInput!) {\n    importFixRows(input: $input) {\n      position\n      import {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportFixRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportAgain($input: ImportActionInput!) {\n    importAgain(input: $input) {\n      position\n      import {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportAgainDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ImportRejectedRows($id: UUID!, $first: Int!, $after: String) {\n    importRejectedRows(id: $id, first: $first, after: $after) {\n      rows {\n        row\n        cells\n        reasons {\n          code\n          field\n          message\n        }\n        fix {\n          importId\n          outcome\n        }\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n",
): typeof import("./graphql").ImportRejectedRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportMap($input: ImportMapInput!) {\n    importMap(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportMapDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportChooseSheet($input: ImportChooseSheetInput!) {\n    importChooseSheet(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportChooseSheetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportPreview($input: ImportActionInput!) {\n    importPreview(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportStart($input: ImportActionInput!, $verifyEmails: Boolean!) {\n    importStart(input: $input, verifyEmails: $verifyEmails) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportCancel($input: ImportActionInput!) {\n    importCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ImportPreviewRows($id: UUID!, $list: ImportPreviewList!, $first: Int!, $after: String) {\n    importPreviewRows(id: $id, list: $list, first: $first, after: $after) {\n      rows {\n        row\n        entity\n        recordId\n        intoRow\n        name\n        changes {\n          field\n          label\n          old\n          new\n          kept\n          rule\n        }\n        reasons {\n          code\n          field\n          message\n          rejected\n        }\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n",
): typeof import("./graphql").ImportPreviewRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ImportList($first: Int!, $after: String) {\n    imports(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          fileName\n          fileSize\n          state\n          createdAt\n          createdBy\n          startedAt\n          finishedAt\n          position\n          rowCount\n          error\n          outcomes {\n            read\n            created\n            updated\n            unchanged\n            mergedInFile\n            matchesArchived\n            rejected\n            notRun\n            warnings\n          }\n          progress {\n            ...Progress\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ImportCount {\n    imports(first: 1) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").ImportCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment ImportUndoRun on ImportUndo {\n    state\n    startedAt\n    finishedAt\n    contacts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    accounts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    progress {\n      ...Progress\n    }\n  }\n",
): typeof import("./graphql").ImportUndoRunFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment ImportFull on Import {\n    id\n    name\n    fileName\n    fileSize\n    fileHash\n    state\n    createdAt\n    createdBy\n    encoding\n    delimiter\n    headerRow\n    rowCount\n    defaultCountry\n    kind\n    suppliedById\n    suppliedByName\n    sheet\n    sheets {\n      name\n      rows\n    }\n    parentId\n    fixedRows\n    usedBefore {\n      importId\n      name\n      at\n      kind\n      defaultCountry\n    }\n    undo {\n      ...ImportUndoRun\n    }\n    undoPreview {\n      ...ImportUndoRun\n    }\n    preview {\n      state\n      startedAt\n      finishedAt\n      expiresAt\n      error\n      accountsCreated\n      accountsUpdated\n      outcomes {\n        read\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n        rejected\n        notRun\n        warnings\n      }\n      progress {\n        ...Progress\n      }\n    }\n    accountsCreated\n    accountsUpdated\n    startedAt\n    finishedAt\n    position\n    error\n    rejectFileUrl\n    filesRemovedAt\n    columns {\n      index\n      header\n      samples\n      suggestedField\n      suggestedEntity\n      suggestedRule\n      usedBefore\n      guess {\n        field\n        entity\n        confidence\n      }\n      confidence\n    }\n    mapping {\n      column\n      entity\n      field\n      rule\n    }\n    outcomes {\n      read\n      created\n      updated\n      unchanged\n      mergedInFile\n      matchesArchived\n      rejected\n      notRun\n      warnings\n    }\n    problems {\n      code\n      message\n      example\n      rows\n      rejected\n    }\n    progress {\n      ...Progress\n    }\n  }\n",
): typeof import("./graphql").ImportFullFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ImportRecord($id: UUID!) {\n    import(id: $id) {\n      ...ImportFull\n    }\n  }\n",
): typeof import("./graphql").ImportRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ImportContacts($id: UUID!) {\n    import(id: $id) {\n      contacts {\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportContactsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ImportName($id: UUID!) {\n    import(id: $id) {\n      name\n    }\n  }\n",
): typeof import("./graphql").ImportNameDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ImportUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {\n    importUndoRows(id: $id, list: $list, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n",
): typeof import("./graphql").ImportUndoRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ImportUndoLeft($id: UUID!, $first: Int!, $after: String) {\n    importUndoLeft(id: $id, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n",
): typeof import("./graphql").ImportUndoLeftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportUndoPreview($input: ImportActionInput!) {\n    importUndoPreview(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportUndoPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportUndo($input: ImportUndoInput!) {\n    importUndo(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportUndoDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportUndoCancel($input: ImportActionInput!) {\n    importUndoCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportUndoCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  subscription ImportProgress($id: UUID!) {\n    importProgress(id: $id) {\n      id\n      state\n      startedAt\n      finishedAt\n      position\n      error\n      outcomes {\n        read\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n        rejected\n        notRun\n        warnings\n      }\n      progress {\n        ...Progress\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportProgressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment ListWritten on ListPayload {\n    position\n    list {\n      ...ListParts\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n",
): typeof import("./graphql").ListWrittenFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment ListChangeMade on ListChangePayload {\n    position\n    list {\n      ...ListParts\n    }\n    change {\n      id\n      asked\n      changed\n      unchanged\n      refused {\n        entry\n        code\n        message\n      }\n      refusedCount\n      bulkId\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n",
): typeof import("./graphql").ListChangeMadeFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ListCreate($input: ListCreateInput!) {\n    listCreate(input: $input) {\n      ...ListChangeMade\n    }\n  }\n",
): typeof import("./graphql").ListCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ListUpdate($input: ListUpdateInput!) {\n    listUpdate(input: $input) {\n      ...ListWritten\n    }\n  }\n",
): typeof import("./graphql").ListUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ListArchive($id: UUID!) {\n    listArchive(id: $id) {\n      ...ListWritten\n    }\n  }\n",
): typeof import("./graphql").ListArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ListRestore($id: UUID!) {\n    listRestore(id: $id) {\n      ...ListWritten\n    }\n  }\n",
): typeof import("./graphql").ListRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ListAdd($input: ListChangeInput!) {\n    listAdd(input: $input) {\n      ...ListChangeMade\n    }\n  }\n",
): typeof import("./graphql").ListAddDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ListRemove($input: ListChangeInput!) {\n    listRemove(input: $input) {\n      ...ListChangeMade\n    }\n  }\n",
): typeof import("./graphql").ListRemoveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ListUndo($input: ListUndoInput!) {\n    listUndo(input: $input) {\n      ...ListWritten\n    }\n  }\n",
): typeof import("./graphql").ListUndoDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ListCombine($input: ListCombineInput!) {\n    listCombine(input: $input) {\n      ...ListChangeMade\n    }\n  }\n",
): typeof import("./graphql").ListCombineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ListSnapshot($input: ListSnapshotInput!) {\n    listSnapshot(input: $input) {\n      ...ListChangeMade\n    }\n  }\n",
): typeof import("./graphql").ListSnapshotDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SegmentConvertToList($input: SegmentConvertToListInput!) {\n    segmentConvertToList(input: $input) {\n      ...ListChangeMade\n    }\n  }\n",
): typeof import("./graphql").SegmentConvertToListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation DomainSetConvertToList($input: DomainSetConvertToListInput!) {\n    domainSetConvertToList(input: $input) {\n      ...ListChangeMade\n    }\n  }\n",
): typeof import("./graphql").DomainSetConvertToListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment ListParts on List {\n    id\n    entity\n    name\n    tags\n    visibility\n    teamId\n    ownerId\n    ownerName\n    source\n    reference\n    fill\n    snapshotAt\n    members\n    membersChangedAt\n    archived\n    createdAt\n    updatedAt\n    mayEdit\n    mayShare\n  }\n",
): typeof import("./graphql").ListPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query Lists($first: Int!, $after: String, $before: String, $filter: ListsFilter, $sort: RecordSort) {\n    lists(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          ...ListParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").ListsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ListCount($filter: ListsFilter) {\n    lists(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").ListCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ListTags($filter: ListsFilter) {\n    lists(first: 100, filter: $filter) {\n      edges {\n        node {\n          tags\n        }\n      }\n    }\n  }\n",
): typeof import("./graphql").ListTagsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ListOne($id: UUID!) {\n    list(id: $id) {\n      ...ListParts\n    }\n  }\n",
): typeof import("./graphql").ListOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ListUses($id: UUID!) {\n    list(id: $id) {\n      usedBy {\n        kind\n        id\n        name\n      }\n    }\n  }\n",
): typeof import("./graphql").ListUsesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation PhoneLookupStart($input: PhoneLookupStartInput!) {\n    phoneLookupStart(input: $input) {\n      position\n      id\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").PhoneLookupStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation PhoneLookupCancel($input: PhoneLookupCancelInput!) {\n    phoneLookupCancel(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").PhoneLookupCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment PhoneLookupFull on PhoneLookup {\n    id\n    state\n    byIds\n    expected\n    importId\n    again\n    which\n    provider\n    counts {\n      mobile\n      fixedLine\n      notFound\n      voip\n      other\n      notValid\n      noPhone\n      refused\n      notRun\n      known\n      changed\n      done\n    }\n    lines {\n      code\n      label\n      count\n    }\n    createdAt\n    createdBy\n    finishedAt\n    error\n    progress {\n      ...Progress\n    }\n  }\n",
): typeof import("./graphql").PhoneLookupFullFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PhoneLookupOne($id: UUID!) {\n    phoneLookup(id: $id) {\n      ...PhoneLookupFull\n    }\n  }\n",
): typeof import("./graphql").PhoneLookupOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PhoneLookupList($first: Int!, $after: String, $importId: UUID) {\n    phoneLookups(first: $first, after: $after, importId: $importId) {\n      stale\n      edges {\n        cursor\n        node {\n          ...PhoneLookupFull\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").PhoneLookupListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PhoneLookupCount {\n    phoneLookups(first: 1) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").PhoneLookupCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PhoneLookupContacts($id: UUID!, $outcome: PhoneLookupOutcome, $first: Int!, $after: String) {\n    phoneLookupContacts(id: $id, outcome: $outcome, first: $first, after: $after) {\n      edges {\n        node {\n          contactId\n          accountId\n          name\n          phone\n          carrier\n          outcome\n          line\n          lineLabel\n          changed\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").PhoneLookupContactsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PhoneLookupSettings {\n    phoneLookupSettings {\n      provider\n      perMinute\n      keptDays\n    }\n  }\n",
): typeof import("./graphql").PhoneLookupSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  subscription PhoneLookupProgress($id: UUID!) {\n    phoneLookupProgress(id: $id) {\n      ...PhoneLookupFull\n    }\n  }\n",
): typeof import("./graphql").PhoneLookupProgressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment SavedViewChanged on SavedViewPayload {\n    position\n    savedView {\n      ...SavedViewParts\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n",
): typeof import("./graphql").SavedViewChangedFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SavedViewCreate($input: SavedViewCreateInput!) {\n    savedViewCreate(input: $input) {\n      ...SavedViewChanged\n    }\n  }\n",
): typeof import("./graphql").SavedViewCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SavedViewChange($input: SavedViewChangeInput!) {\n    savedViewChange(input: $input) {\n      ...SavedViewChanged\n    }\n  }\n",
): typeof import("./graphql").SavedViewChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SavedViewDelete($id: UUID!) {\n    savedViewDelete(id: $id) {\n      ...SavedViewChanged\n    }\n  }\n",
): typeof import("./graphql").SavedViewDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SavedViewRestore($id: UUID!) {\n    savedViewRestore(id: $id) {\n      ...SavedViewChanged\n    }\n  }\n",
): typeof import("./graphql").SavedViewRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment SavedViewParts on SavedView {\n    id\n    entity\n    name\n    sharing\n    teamId\n    ownerId\n    ownerName\n    isPreset\n    mayChange\n    deleted\n    content\n  }\n",
): typeof import("./graphql").SavedViewPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SavedViews($entity: Entity!) {\n    savedViews(entity: $entity) {\n      ...SavedViewParts\n    }\n  }\n",
): typeof import("./graphql").SavedViewsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SavedView($id: UUID!) {\n    savedView(id: $id) {\n      ...SavedViewParts\n    }\n  }\n",
): typeof import("./graphql").SavedViewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment SegmentChanged on SegmentPayload {\n    position\n    id\n    userErrors {\n      ...Refusal\n    }\n  }\n",
): typeof import("./graphql").SegmentChangedFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SegmentCreate($input: SegmentCreateInput!) {\n    segmentCreate(input: $input) {\n      ...SegmentChanged\n    }\n  }\n",
): typeof import("./graphql").SegmentCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SegmentUpdate($input: SegmentUpdateInput!) {\n    segmentUpdate(input: $input) {\n      ...SegmentChanged\n    }\n  }\n",
): typeof import("./graphql").SegmentUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SegmentDefine($id: UUID!, $filter: JSON!) {\n    segmentDefine(id: $id, filter: $filter) {\n      ...SegmentChanged\n    }\n  }\n",
): typeof import("./graphql").SegmentDefineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SegmentSwitch($id: UUID!, $active: Boolean!) {\n    segmentSwitch(id: $id, active: $active) {\n      ...SegmentChanged\n    }\n  }\n",
): typeof import("./graphql").SegmentSwitchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SegmentRefresh($id: UUID!) {\n    segmentRefresh(id: $id) {\n      ...SegmentChanged\n    }\n  }\n",
): typeof import("./graphql").SegmentRefreshDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SegmentArchive($id: UUID!) {\n    segmentArchive(id: $id) {\n      ...SegmentChanged\n    }\n  }\n",
): typeof import("./graphql").SegmentArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SegmentRestore($id: UUID!) {\n    segmentRestore(id: $id) {\n      ...SegmentChanged\n    }\n  }\n",
): typeof import("./graphql").SegmentRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment SegmentParts on Segment {\n    id\n    entity\n    name\n    description\n    tags\n    sharing\n    teamId\n    ownerId\n    ownerName\n    filter\n    active\n    archived\n    members\n    changedAt\n    refreshedAt\n    settled\n    behindSince\n    createdAt\n    updatedAt\n    mayEdit\n    mayShare\n  }\n",
): typeof import("./graphql").SegmentPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SegmentList($first: Int!, $after: String, $filter: SegmentFilterInput) {\n    segments(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...SegmentParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").SegmentListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SegmentCount($filter: SegmentFilterInput) {\n    segments(first: 0, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").SegmentCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query Segment($id: UUID!) {\n    segment(id: $id) {\n      ...SegmentParts\n      usedBy {\n        id\n        name\n      }\n    }\n  }\n",
): typeof import("./graphql").SegmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SegmentPreview($entity: Entity!, $filter: JSON!, $sample: Int!) {\n    segmentPreview(entity: $entity, filter: $filter, sample: $sample) {\n      count\n      contacts {\n        id\n        fullName\n        email\n        erased\n        jobTitle\n        accountName\n        country\n      }\n      accounts {\n        id\n        name\n        domain\n        industry\n        hqCountry\n      }\n    }\n  }\n",
): typeof import("./graphql").SegmentPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SegmentBreakdown($entity: Entity!, $filter: JSON!) {\n    segmentBreakdown(entity: $entity, filter: $filter) {\n      count\n      charts {\n        field\n        groups {\n          value\n          count\n        }\n        otherValues\n        others\n        none\n      }\n    }\n  }\n",
): typeof import("./graphql").SegmentBreakdownDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SegmentReach($filter: JSON!) {\n    segmentReach(filter: $filter) {\n      count\n      channels {\n        channel\n        reachable\n        reachableFilter\n        excluded {\n          reason\n          count\n          filter\n        }\n      }\n    }\n  }\n",
): typeof import("./graphql").SegmentReachDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment SegmentMemberParts on SegmentMember {\n    recordId\n    enteredAt\n    leftAt\n    contact {\n      fullName\n      email\n      erased\n      jobTitle\n      accountName\n    }\n    account {\n      name\n      domain\n      industry\n      hqCountry\n    }\n  }\n",
): typeof import("./graphql").SegmentMemberPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SegmentMembers($id: UUID!, $at: DateTime, $first: Int!, $after: String) {\n    segmentMembers(id: $id, at: $at, first: $first, after: $after) {\n      edges {\n        node {\n          ...SegmentMemberParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").SegmentMembersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SegmentMemberCount($id: UUID!, $at: DateTime) {\n    segmentMembers(id: $id, at: $at, first: 0) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").SegmentMemberCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SegmentMoved($id: UUID!, $moved: SegmentMove!, $since: DateTime!, $first: Int!, $after: String) {\n    segmentMoved(id: $id, moved: $moved, since: $since, first: $first, after: $after) {\n      edges {\n        node {\n          ...SegmentMemberParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").SegmentMovedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SegmentMoves($id: UUID!, $since: DateTime!) {\n    segmentMoves(id: $id, since: $since) {\n      entered\n      left\n    }\n  }\n",
): typeof import("./graphql").SegmentMovesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SegmentDays($id: UUID!, $from: NaiveDate!, $to: NaiveDate!) {\n    segmentDays(id: $id, from: $from, to: $to) {\n      day\n      members\n      entered\n      left\n    }\n  }\n",
): typeof import("./graphql").SegmentDaysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SegmentWhy($id: UUID!, $recordId: UUID!) {\n    segmentWhy(id: $id, recordId: $recordId) {\n      member\n      fulfils\n      conditions {\n        sentence\n        holds\n      }\n      stays {\n        enteredAt\n        enteredBecause {\n          ...SegmentReasonParts\n        }\n        leftAt\n        leftBecause {\n          ...SegmentReasonParts\n        }\n      }\n    }\n  }\n\n  fragment SegmentReasonParts on SegmentReason {\n    cause\n    conditions {\n      sentence\n      holds\n    }\n  }\n",
): typeof import("./graphql").SegmentWhyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment SurvivorshipShown on Survivorship {\n    entity\n    isDefault\n    changedAt\n    everywhere\n    sources {\n      source\n      label\n    }\n    fields {\n      field\n      label\n      order\n    }\n    preview {\n      id\n      everywhere\n      fields {\n        field\n        label\n        order\n      }\n      startedAt\n      running\n      progress {\n        ...Progress\n      }\n      records\n      changed\n      counts {\n        field\n        label\n        count\n      }\n      expiresAt\n      appliedBy\n    }\n  }\n",
): typeof import("./graphql").SurvivorshipShownFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SurvivorshipRules($entity: Entity!) {\n    survivorship(entity: $entity) {\n      ...SurvivorshipShown\n    }\n  }\n",
): typeof import("./graphql").SurvivorshipRulesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SurvivorshipPreviewRows($entity: Entity!, $first: Int!, $after: String) {\n    survivorshipPreviewRows(entity: $entity, first: $first, after: $after) {\n      rows {\n        recordId\n        name\n        fields {\n          field\n          label\n          now\n          nowSource\n          nowAt\n          then\n          thenSource\n          thenAt\n        }\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n",
): typeof import("./graphql").SurvivorshipPreviewRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SurvivorshipChange($input: SurvivorshipInput!, $expected: SurvivorshipInput) {\n    survivorshipChange(input: $input, expected: $expected) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SurvivorshipChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SurvivorshipPreview($input: SurvivorshipInput!) {\n    survivorshipPreview(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SurvivorshipPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SurvivorshipCancelPreview($entity: Entity!) {\n    survivorshipCancelPreview(entity: $entity) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SurvivorshipCancelPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SurvivorshipApply($entity: Entity!, $preview: UUID!) {\n    survivorshipApply(entity: $entity, preview: $preview) {\n      bulkId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SurvivorshipApplyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query CampaignAudienceHealth(\n    $id: UUID\n    $include: [AudienceSourceInput!]\n    $exclude: [AudienceSourceInput!]\n    $clientId: UUID\n  ) {\n    campaignAudienceHealth(id: $id, include: $include, exclude: $exclude, channel: EMAIL, clientId: $clientId) {\n      total\n      reachable\n      excluded {\n        reason\n        label\n        count\n      }\n      domains {\n        domain\n        count\n      }\n      zonesUnknown\n      asOf\n    }\n  }\n",
): typeof import("./graphql").CampaignAudienceHealthDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query CampaignSourceCount($include: [AudienceSourceInput!]) {\n    campaignAudienceHealth(include: $include, channel: EMAIL) {\n      total\n    }\n  }\n",
): typeof import("./graphql").CampaignSourceCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query CampaignPreflight($id: UUID!) {\n    campaignPreflight(id: $id) {\n      code\n      level\n      message\n      step\n      detail\n    }\n  }\n",
): typeof import("./graphql").CampaignPreflightDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query CampaignEstimate($id: UUID!, $reachable: Int) {\n    campaignEstimate(id: $id, reachable: $reachable) {\n      startsAt\n      endsAbout\n      words\n    }\n  }\n",
): typeof import("./graphql").CampaignEstimateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query CampaignLinks($id: UUID!) {\n    campaignLinks(id: $id) {\n      n\n      name\n      url\n      variant\n    }\n  }\n",
): typeof import("./graphql").CampaignLinksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query CampaignContentPreview($id: UUID!, $variant: String!, $contactId: UUID) {\n    campaignContentPreview(id: $id, variant: $variant, contactId: $contactId) {\n      subject\n      preheader\n      html\n      text\n      bytes\n      emptyTags\n      problems {\n        severity\n        code\n        part\n        line\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").CampaignContentPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment CampaignWritten on CampaignPayload {\n    position\n    campaign {\n      id\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n",
): typeof import("./graphql").CampaignWrittenFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignCreate($input: CampaignCreateInput!) {\n    campaignCreate(input: $input) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignCopy($id: UUID!, $idempotencyKey: String) {\n    campaignCopy(id: $id, idempotencyKey: $idempotencyKey) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignCopyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignUpdate($input: CampaignUpdateInput!) {\n    campaignUpdate(input: $input) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignAudienceDefine($id: UUID!, $include: [AudienceSourceInput!]!, $exclude: [AudienceSourceInput!]) {\n    campaignAudienceDefine(id: $id, include: $include, exclude: $exclude) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignAudienceDefineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignContentDefine($id: UUID!, $input: EmailContentInput!) {\n    campaignContentDefine(id: $id, input: $input) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignContentDefineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignScheduleDefine($id: UUID!, $input: CampaignScheduleInput!) {\n    campaignScheduleDefine(id: $id, input: $input) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignScheduleDefineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignConfirm($id: UUID!, $codes: [CampaignConfirmationCode!]!) {\n    campaignConfirm(id: $id, codes: $codes) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignConfirmDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignSeedTest($id: UUID!, $to: [UUID!]!, $contactId: UUID) {\n    campaignSeedTest(id: $id, to: $to, contactId: $contactId) {\n      position\n      sentTo\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").CampaignSeedTestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignLaunch($id: UUID!, $idempotencyKey: String) {\n    campaignLaunch(id: $id, idempotencyKey: $idempotencyKey) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignLaunchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignSchedule($id: UUID!) {\n    campaignSchedule(id: $id) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignScheduleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignUnschedule($id: UUID!) {\n    campaignUnschedule(id: $id) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignUnscheduleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignPause($id: UUID!, $reason: String) {\n    campaignPause(id: $id, reason: $reason) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignPauseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignResume($id: UUID!, $reason: String, $acceptedAfterRestore: Boolean!) {\n    campaignResume(id: $id, reason: $reason, acceptedAfterRestore: $acceptedAfterRestore) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignResumeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignStop($id: UUID!, $reason: String) {\n    campaignStop(id: $id, reason: $reason) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignStopDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignTakeRetry($id: UUID!) {\n    campaignTakeRetry(id: $id) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignTakeRetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignTopUp($id: UUID!) {\n    campaignTopUp(id: $id) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignTopUpDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignPaceChange($id: UUID!, $perSecond: Int, $windows: CampaignWindowsInput) {\n    campaignPaceChange(id: $id, perSecond: $perSecond, windows: $windows) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignPaceChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignWinnerChoose($id: UUID!, $variant: String!) {\n    campaignWinnerChoose(id: $id, variant: $variant) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignWinnerChooseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignArchive($id: UUID!) {\n    campaignArchive(id: $id) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CampaignRestore($id: UUID!) {\n    campaignRestore(id: $id) {\n      ...CampaignWritten\n    }\n  }\n",
): typeof import("./graphql").CampaignRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment CampaignRow on Campaign {\n    id\n    channel\n    name\n    state\n    archived\n    tags\n    ownerName\n    clientName\n    brandName\n    audienceCount\n    startAt\n    launchedAt\n    endedAt\n    createdAt\n    updatedAt\n    pausedBecause {\n      reason\n      words\n      at\n    }\n  }\n",
): typeof import("./graphql").CampaignRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment AudienceSourceParts on AudienceSource {\n    kind\n    id\n    entity\n    name\n    filter\n    fuzzy\n    timeZone\n    who\n    sentence\n    gone\n  }\n",
): typeof import("./graphql").AudienceSourcePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment CampaignParts on Campaign {\n    ...CampaignRow\n    brandId\n    clientId\n    ownerId\n    teamId\n    taking\n    takeStands\n    winner\n    audience {\n      include {\n        ...AudienceSourceParts\n      }\n      exclude {\n        ...AudienceSourceParts\n      }\n      sentence\n    }\n    content {\n      senderId\n      senderName\n      variants {\n        key\n        templateId\n        templateName\n        version\n        subject\n        weight\n      }\n      test {\n        metric\n        sharePercent\n        minutes\n        automatic\n        otherwiseWait\n      }\n      utm {\n        source\n        medium\n        campaign\n        term\n        content\n      }\n      trackOpens\n      trackLinks\n      namedLinks {\n        n\n        name\n      }\n      digest\n    }\n    schedule {\n      at\n      zone\n      inRecipientsZone\n      windows {\n        days\n        fromMinute\n        toMinute\n      }\n      endsAt\n      perSecond\n      respectsCap\n      startsAt\n    }\n    confirmations {\n      code\n      wording\n      confirmed\n      byName\n    }\n    seedTested {\n      at\n      to\n      variants\n      current\n    }\n    pace {\n      perSecond\n      windows {\n        days\n        fromMinute\n        toMinute\n      }\n    }\n    versions {\n      version\n      asOf\n      position\n      count\n      accounts\n      hash\n      sentence\n      excluded {\n        reason\n        label\n        count\n      }\n    }\n    may {\n      archive\n      changePace\n      edit\n      launch\n      pause\n      rename\n      restore\n      resume\n      stop\n      topUp\n      unschedule\n    }\n  }\n",
): typeof import("./graphql").CampaignPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query CampaignList($first: Int!, $after: String, $before: String, $filter: CampaignsFilter, $sort: RecordSort) {\n    campaigns(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      edges {\n        cursor\n        node {\n          ...CampaignRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").CampaignListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query CampaignCount($filter: CampaignsFilter) {\n    campaigns(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").CampaignCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query Campaign($id: UUID!) {\n    campaign(id: $id) {\n      ...CampaignParts\n    }\n  }\n",
): typeof import("./graphql").CampaignDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  subscription CampaignChanged($id: UUID!) {\n    campaignChanged(id: $id) {\n      ...CampaignParts\n    }\n  }\n",
): typeof import("./graphql").CampaignChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment SendingSwitchParts on SendingSwitch {\n    stopped\n    since\n    byName\n    reason\n  }\n",
): typeof import("./graphql").SendingSwitchPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SendingSwitchNow {\n    sendingSwitch {\n      ...SendingSwitchParts\n    }\n  }\n",
): typeof import("./graphql").SendingSwitchNowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  subscription SendingSwitchChanged {\n    sendingSwitchChanged {\n      ...SendingSwitchParts\n    }\n  }\n",
): typeof import("./graphql").SendingSwitchChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SendingStop($reason: String) {\n    sendingStop(reason: $reason) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SendingStopDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SendingAllow {\n    sendingAllow {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SendingAllowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query CampaignTestStanding($id: UUID!) {\n    campaignTest(id: $id) {\n      metric\n      endsAt\n      winner\n      variants {\n        key\n        reached\n        successes\n        percent\n        lowPercent\n        highPercent\n        p\n      }\n      beingJudged\n      minimum\n      enough\n      test\n      words\n    }\n  }\n",
): typeof import("./graphql").CampaignTestStandingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailReplyAssign($id: UUID!, $userId: UUID) {\n    emailReplyAssign(id: $id, userId: $userId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailReplyAssignDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailReplyDone($id: UUID!) {\n    emailReplyDone(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailReplyDoneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailReplyReopen($id: UUID!) {\n    emailReplyReopen(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailReplyReopenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailReplyMatch($id: UUID!, $contactId: UUID!) {\n    emailReplyMatch(id: $id, contactId: $contactId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailReplyMatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment EmailReplyShown on EmailReply {\n    id\n    at\n    kind\n    matched\n    done\n    forgotten\n    address\n    name\n    subject\n    awayUntil\n    contactId\n    contactName\n    campaignId\n    assigneeId\n    assigneeName\n  }\n",
): typeof import("./graphql").EmailReplyShownFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailReplyList($first: Int!, $after: String, $filter: EmailRepliesFilter) {\n    emailReplies(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...EmailReplyShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").EmailReplyListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailReplyCount($filter: EmailRepliesFilter) {\n    emailReplies(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").EmailReplyCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailReplyOne($id: UUID!) {\n    emailReply(id: $id) {\n      ...EmailReplyShown\n      text\n    }\n  }\n",
): typeof import("./graphql").EmailReplyOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailReplyCampaign($id: UUID!) {\n    campaign(id: $id) {\n      name\n    }\n  }\n",
): typeof import("./graphql").EmailReplyCampaignDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailReplyAssignees {\n    taskAssignees {\n      id\n      name\n    }\n  }\n",
): typeof import("./graphql").EmailReplyAssigneesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment EmailFiguresShown on EmailFigures {\n    sent\n    accepted\n    delivered\n    reached\n    bouncedHard\n    bouncedSoft\n    dropped\n    complained\n    unsubscribed\n    replied\n    autoReplied\n    opened\n    clicked\n    opens\n    clicks\n    machineOpened\n    machineClicked\n    machineOpens\n    machineClicks\n    unjudged\n  }\n",
): typeof import("./graphql").EmailFiguresShownFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailReportOf($id: UUID!, $by: EmailReportBy!) {\n    emailReport(campaignId: $id, by: $by) {\n      total {\n        ...EmailFiguresShown\n      }\n      rows {\n        variant\n        hour\n        domain\n        link\n        name\n        figures {\n          ...EmailFiguresShown\n        }\n      }\n      rest {\n        ...EmailFiguresShown\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").EmailReportOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailReportsCompared($ids: [UUID!]!) {\n    emailReports(campaignIds: $ids) {\n      campaignId\n      name\n      launchedAt\n      ledger {\n        audience\n        excluded\n        failed\n        unknown\n        pending\n      }\n      total {\n        ...EmailFiguresShown\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailReportsComparedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SenderCreate($input: SenderInput!) {\n    senderCreate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SenderCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SenderChange($id: UUID!, $input: SenderInput!) {\n    senderChange(id: $id, input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SenderChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SenderArchive($id: UUID!) {\n    senderArchive(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SenderArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SenderRestore($id: UUID!) {\n    senderRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SenderRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SenderCheck($id: UUID!) {\n    senderCheck(id: $id) {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SenderCheckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailBrandCreate($input: EmailBrandInput!) {\n    emailBrandCreate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailBrandCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailBrandChange($id: UUID!, $input: EmailBrandInput!) {\n    emailBrandChange(id: $id, input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailBrandChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailBrandSetDefault($id: UUID!, $senderId: UUID) {\n    emailBrandSetDefault(id: $id, senderId: $senderId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailBrandSetDefaultDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailBrandArchive($id: UUID!) {\n    emailBrandArchive(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailBrandArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailBrandRestore($id: UUID!) {\n    emailBrandRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailBrandRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SendersPage {\n    senderProfiles {\n      id\n      fromName\n      fromAddress\n      brandName\n      isDefault\n      providerName\n      account\n      archived\n      health\n      checkedAt\n    }\n    emailBrands {\n      id\n      name\n      logoUrl\n      colour\n      defaultSenderId\n      senderCount\n      archived\n    }\n  }\n",
): typeof import("./graphql").SendersPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SenderPage($id: UUID!) {\n    senderProfile(id: $id) {\n      id\n      fromName\n      fromAddress\n      replyTo\n      brandId\n      brandName\n      isDefault\n      physicalAddress\n      trackingDomain\n      providerName\n      account\n      dkimSelector\n      dkimRecord\n      ramp {\n        firstDay\n        startPerDay\n        growthPercent\n        limitPerDay\n        allowedToday\n      }\n      archived\n      health\n      checkedAt\n      checks {\n        subject\n        title\n        verdict\n        words\n        found\n        publish {\n          name\n          kind\n          value\n        }\n      }\n    }\n    senderHistory(id: $id) {\n      position\n      title\n      text\n      at\n      actorName\n    }\n  }\n",
): typeof import("./graphql").SenderPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SenderAccounts {\n    senderAccounts {\n      name\n      providerName\n    }\n  }\n",
): typeof import("./graphql").SenderAccountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailBrandHistory($id: UUID!) {\n    emailBrandHistory(id: $id) {\n      position\n      title\n      text\n      at\n      actorName\n    }\n  }\n",
): typeof import("./graphql").EmailBrandHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailUnknownSettle($input: EmailUnknownSettleInput!) {\n    emailUnknownSettle(input: $input) {\n      position\n      settled\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailUnknownSettleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailPolicySet($input: EmailPolicyInput!) {\n    emailPolicySet(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailPolicySetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment EmailRecipientParts on EmailRecipient {\n    contactId\n    contact {\n      id\n      fullName\n      email\n      erased\n      archived\n      jobTitle\n      accountId\n      accountName\n    }\n    accountId\n    version\n    variant\n    state\n    reason\n    reasonLabel\n    suppressionId\n    domain\n    messageId\n    sentAt\n    attempts\n    settledBy\n    at\n    responses\n  }\n",
): typeof import("./graphql").EmailRecipientPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailLedger($campaignId: UUID!) {\n    emailLedger(campaignId: $campaignId) {\n      audience\n      pending\n      handingOver\n      sent\n      excluded\n      failed\n      unknown\n      balanced\n      reasons {\n        state\n        reason\n        label\n        count\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").EmailLedgerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailRecipientList($campaignId: UUID!, $first: Int!, $after: String, $filter: EmailRecipientsFilter) {\n    emailRecipients(campaignId: $campaignId, first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...EmailRecipientParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").EmailRecipientListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailRecipientCount($campaignId: UUID!, $filter: EmailRecipientsFilter) {\n    emailRecipients(campaignId: $campaignId, first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").EmailRecipientCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailRecipient($campaignId: UUID!, $contactId: UUID!) {\n    emailRecipient(campaignId: $campaignId, contactId: $contactId) {\n      ...EmailRecipientParts\n    }\n  }\n",
): typeof import("./graphql").EmailRecipientDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailRecipientSteps($campaignId: UUID!, $contactId: UUID!) {\n    emailRecipientSteps(campaignId: $campaignId, contactId: $contactId) {\n      kind\n      at\n      code\n      link\n      linkName\n      byProgram\n    }\n  }\n",
): typeof import("./graphql").EmailRecipientStepsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailPolicyNow {\n    emailPolicy {\n      perSecond\n      domains {\n        domain\n        perSecond\n      }\n      cap {\n        count\n        days\n      }\n      warnComplaintsPercent\n      pauseComplaintsPercent\n      pauseHardBouncesPercent\n      pauseBouncesPercent\n      softBounces {\n        bounces\n        withinDays\n        overDays\n        restDays\n      }\n      setAt\n    }\n  }\n",
): typeof import("./graphql").EmailPolicyNowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment EmailTemplateChanged on EmailTemplatePayload {\n    position\n    emailTemplate {\n      id\n      revision\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateChangedFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailTemplateCreate($input: EmailTemplateCreateInput!) {\n    emailTemplateCreate(input: $input) {\n      ...EmailTemplateChanged\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailTemplateUpdate($input: EmailTemplateUpdateInput!) {\n    emailTemplateUpdate(input: $input) {\n      ...EmailTemplateChanged\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailTemplateSave($input: EmailTemplateSaveInput!) {\n    emailTemplateSave(input: $input) {\n      ...EmailTemplateChanged\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailTemplateSubmit($id: UUID!) {\n    emailTemplateSubmit(id: $id) {\n      ...EmailTemplateChanged\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateSubmitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailTemplateApprove($id: UUID!, $version: Int!) {\n    emailTemplateApprove(id: $id, version: $version) {\n      ...EmailTemplateChanged\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateApproveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailTemplateReturn($input: EmailTemplateReturnInput!) {\n    emailTemplateReturn(input: $input) {\n      ...EmailTemplateChanged\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateReturnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailTemplateArchive($id: UUID!) {\n    emailTemplateArchive(id: $id) {\n      ...EmailTemplateChanged\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailTemplateRestore($id: UUID!) {\n    emailTemplateRestore(id: $id) {\n      ...EmailTemplateChanged\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailTemplateSendTest($input: EmailTemplateTestInput!) {\n    emailTemplateSendTest(input: $input) {\n      sentTo\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateSendTestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment EmailSnippetChanged on EmailSnippetPayload {\n    position\n    emailSnippet {\n      id\n      version\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n",
): typeof import("./graphql").EmailSnippetChangedFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailSnippetCreate($input: EmailSnippetCreateInput!) {\n    emailSnippetCreate(input: $input) {\n      ...EmailSnippetChanged\n    }\n  }\n",
): typeof import("./graphql").EmailSnippetCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailSnippetSave($input: EmailSnippetSaveInput!) {\n    emailSnippetSave(input: $input) {\n      ...EmailSnippetChanged\n    }\n  }\n",
): typeof import("./graphql").EmailSnippetSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailSnippetArchive($id: UUID!) {\n    emailSnippetArchive(id: $id) {\n      ...EmailSnippetChanged\n    }\n  }\n",
): typeof import("./graphql").EmailSnippetArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailSnippetRestore($id: UUID!) {\n    emailSnippetRestore(id: $id) {\n      ...EmailSnippetChanged\n    }\n  }\n",
): typeof import("./graphql").EmailSnippetRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment EmailTemplateParts on EmailTemplate {\n    id\n    name\n    brand\n    tags\n    status\n    archived\n    revision\n    versions\n    approvedVersion\n    savedByName\n    savedAt\n    updatedAt\n    mayEdit\n    mayApprove\n  }\n",
): typeof import("./graphql").EmailTemplatePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailTemplateList(\n    $first: Int!\n    $after: String\n    $before: String\n    $filter: EmailTemplatesFilter\n    $sort: RecordSort\n  ) {\n    emailTemplates(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      edges {\n        cursor\n        node {\n          ...EmailTemplateParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailTemplateCount($filter: EmailTemplatesFilter) {\n    emailTemplates(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailTemplate($id: UUID!) {\n    emailTemplate(id: $id) {\n      ...EmailTemplateParts\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailTemplateContent($id: UUID!, $version: Int) {\n    emailTemplateContent(id: $id, version: $version) {\n      subject\n      preheader\n      mjml\n      blocks\n      text\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateContentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailTemplateVersions($id: UUID!) {\n    emailTemplateVersions(id: $id) {\n      number\n      standing\n      submittedById\n      submittedByName\n      submittedAt\n      decidedByName\n      decidedAt\n      reason\n      snippets {\n        snippetId\n        name\n        version\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateVersionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailTemplatePreview($input: EmailTemplatePreviewInput!) {\n    emailTemplatePreview(input: $input) {\n      subject\n      preheader\n      html\n      text\n      bytes\n      emptyTags\n      problems {\n        severity\n        code\n        part\n        line\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailTemplatePreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailMergeTags {\n    emailMergeTags {\n      path\n      label\n      group\n    }\n  }\n",
): typeof import("./graphql").EmailMergeTagsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment EmailSnippetParts on EmailSnippet {\n    id\n    brandId\n    brandName\n    name\n    version\n    blocks\n    archived\n    usedBy {\n      id\n      name\n    }\n    savedByName\n    savedAt\n    mayEdit\n  }\n",
): typeof import("./graphql").EmailSnippetPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailSnippetList {\n    emailSnippets {\n      ...EmailSnippetParts\n    }\n  }\n",
): typeof import("./graphql").EmailSnippetListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailSnippet($id: UUID!) {\n    emailSnippet(id: $id) {\n      ...EmailSnippetParts\n    }\n  }\n",
): typeof import("./graphql").EmailSnippetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailSnippetVersions($id: UUID!) {\n    emailSnippetVersions(id: $id) {\n      number\n      blocks\n      savedByName\n      savedAt\n    }\n  }\n",
): typeof import("./graphql").EmailSnippetVersionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DashboardCounts($contacts: Boolean!, $accounts: Boolean!, $recent: ContactFilter) {\n    contacts(first: 1) @include(if: $contacts) {\n      totalCount\n    }\n    recent: contacts(first: 1, filter: $recent) @include(if: $contacts) {\n      totalCount\n    }\n    accounts(first: 1) @include(if: $accounts) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").DashboardCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DashboardPeople($users: Boolean!, $clients: Boolean!) {\n    users(first: 1) @include(if: $users) {\n      totalCount\n    }\n    clients(first: 1) @include(if: $clients) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").DashboardPeopleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DashboardTeam {\n    users(first: 8) {\n      totalCount\n      edges {\n        node {\n          id\n          name\n          email\n        }\n      }\n    }\n  }\n",
): typeof import("./graphql").DashboardTeamDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query FirstSteps {\n    firstSteps {\n      contact\n      account\n      import\n      colleague\n      client\n    }\n  }\n",
): typeof import("./graphql").FirstStepsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SampleData {\n    sampleData {\n      present\n      accounts\n      contacts\n      users\n    }\n  }\n",
): typeof import("./graphql").SampleDataDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SampleDataAdd {\n    sampleDataAdd {\n      status {\n        present\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SampleDataAddDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SampleDataRemove {\n    sampleDataRemove {\n      status {\n        present\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SampleDataRemoveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation AccessRulesSet($input: AccessRulesSetInput!) {\n    accessRulesSet(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").AccessRulesSetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query AccessRules {\n    accessRules {\n      secondStepFor\n    }\n  }\n",
): typeof import("./graphql").AccessRulesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ApiKeyCreate($input: ApiKeyCreateInput!) {\n    apiKeyCreate(input: $input) {\n      secret\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ApiKeyCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ApiKeyRevoke($id: UUID!) {\n    apiKeyRevoke(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ApiKeyRevokeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ApiKeyList {\n    apiKeys {\n      id\n      name\n      prefix\n      scopes\n      state\n      madeBy\n      expiresAt\n      lastUsedAt\n      lastUsedIp\n    }\n  }\n",
): typeof import("./graphql").ApiKeyListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ApiKeyScopes {\n    apiKeyScopes {\n      permission\n      act\n    }\n  }\n",
): typeof import("./graphql").ApiKeyScopesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientCreate($input: ClientCreateInput!) {\n    clientCreate(input: $input) {\n      position\n      client {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientRename($input: ClientRenameInput!) {\n    clientRename(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientRenameDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientChange($input: ClientChangeInput!) {\n    clientChange(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientAssignOwner($id: UUID!, $ownerId: UUID) {\n    clientAssignOwner(id: $id, ownerId: $ownerId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientAssignOwnerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientArchive($id: UUID!, $reason: String) {\n    clientArchive(id: $id, reason: $reason) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientRestore($id: UUID!) {\n    clientRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientSetTerms($input: ClientTermsInput!) {\n    clientSetTerms(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientSetTermsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientWithdrawTerms($id: UUID!, $seen: Int!) {\n    clientWithdrawTerms(id: $id, seen: $seen) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientWithdrawTermsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientBrandAdd($id: UUID!, $brandId: UUID!, $name: String!, $website: String) {\n    clientBrandAdd(id: $id, brandId: $brandId, name: $name, website: $website) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientBrandAddDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientBrandChange($id: UUID!, $brandId: UUID!, $name: String!, $website: String) {\n    clientBrandChange(id: $id, brandId: $brandId, name: $name, website: $website) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientBrandChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientBrandArchive($id: UUID!, $brandId: UUID!) {\n    clientBrandArchive(id: $id, brandId: $brandId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientBrandArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientBrandRestore($id: UUID!, $brandId: UUID!) {\n    clientBrandRestore(id: $id, brandId: $brandId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientBrandRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientListAdd($id: UUID!, $listId: UUID!, $name: String!) {\n    clientListAdd(id: $id, listId: $listId, name: $name) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientListAddDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientListRename($id: UUID!, $listId: UUID!, $name: String!) {\n    clientListRename(id: $id, listId: $listId, name: $name) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientListRenameDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientListRemove($id: UUID!, $listId: UUID!) {\n    clientListRemove(id: $id, listId: $listId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientListRemoveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientListRestore($id: UUID!, $listId: UUID!) {\n    clientListRestore(id: $id, listId: $listId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientListRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientListUnfill($id: UUID!, $listId: UUID!, $fileId: UUID!) {\n    clientListUnfill(id: $id, listId: $listId, fileId: $fileId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientListUnfillDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientViewBegin($id: UUID!, $reason: String!) {\n    clientViewBegin(id: $id, reason: $reason) {\n      until\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientViewBeginDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ClientList($first: Int!, $after: String, $wanted: ClientsWanted) {\n    clients(first: $first, after: $after, wanted: $wanted) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          archived\n          website\n          ownerName\n          createdAt\n          userCount\n          brandCount\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ClientCount($wanted: ClientsWanted) {\n    clients(first: 1, wanted: $wanted) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").ClientCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ClientPage($id: UUID!) {\n    client(id: $id) {\n      id\n      name\n      archived\n      createdAt\n      userCount\n      ownerId\n      ownerName\n    }\n    clientRecord(id: $id) {\n      legalName\n      website\n      country\n      billingReference\n      note\n      archivedAt\n      archiveReason\n      termsVersion\n      suppressionCount\n      terms {\n        ...TermsShown\n      }\n      brands {\n        id\n        name\n        website\n        archived\n      }\n      lists {\n        id\n        name\n        entries\n        filledAt\n        fileName\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ClientHistory($id: UUID!) {\n    clientHistory(id: $id) {\n      position\n      eventType\n      title\n      at\n      actorName\n      text\n      termsVersion\n      terms {\n        ...TermsShown\n      }\n    }\n  }\n\n  fragment TermsShown on ClientTerms {\n    pacingLeads\n    pacingPer\n    price\n    currency\n    capPerCompany\n    overDelivery\n    duplicatesWithin\n    lookBackDays\n    returnWindowDays\n  }\n",
): typeof import("./graphql").ClientHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ClientUsers($id: UUID!) {\n    clientUsers(id: $id) {\n      id\n      name\n      email\n      active\n      lastLoginAt\n    }\n    clientInvitations(id: $id) {\n      id\n      email\n      state\n      sentAt\n      invitedBy\n    }\n  }\n",
): typeof import("./graphql").ClientUsersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ClientOwners {\n    taskAssignees {\n      id\n      name\n    }\n  }\n",
): typeof import("./graphql").ClientOwnersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation InvitationSend($input: InvitationSendInput!) {\n    invitationSend(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").InvitationSendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation InvitationResend($id: UUID!) {\n    invitationResend(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").InvitationResendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation InvitationRevoke($id: UUID!) {\n    invitationRevoke(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").InvitationRevokeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ColleagueInvite($email: String!) {\n    colleagueInvite(email: $email) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ColleagueInviteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ColleagueInvitationResend($id: UUID!) {\n    colleagueInvitationResend(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ColleagueInvitationResendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ColleagueInvitationRevoke($id: UUID!) {\n    colleagueInvitationRevoke(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ColleagueInvitationRevokeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query InvitationList {\n    invitations {\n      id\n      email\n      role\n      state\n      sentAt\n      expiresAt\n      invitedBy\n      client {\n        id\n        name\n      }\n    }\n  }\n",
): typeof import("./graphql").InvitationListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ColleagueInvitations($id: UUID!) {\n    clientInvitations(id: $id) {\n      id\n      email\n      state\n      sentAt\n    }\n  }\n",
): typeof import("./graphql").ColleagueInvitationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ProfileChange($input: ProfileChangeInput!) {\n    profileChange(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ProfileChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation PasswordChange($input: PasswordChangeInput!) {\n    passwordChange(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").PasswordChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation EmailChangeAsk($input: EmailChangeAskInput!) {\n    emailChangeAsk(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").EmailChangeAskDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query Me {\n    me {\n      id\n      name\n      email\n      role\n      development\n      owesSecondStep\n      preferences\n      viewingUntil\n      teams {\n        id\n        name\n        archived\n      }\n      client {\n        id\n        name\n      }\n      permissions {\n        permission\n        scope\n      }\n    }\n  }\n",
): typeof import("./graphql").MeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SecondFactor {\n    secondFactor {\n      enabled\n      recoveryCodesLeft\n    }\n  }\n",
): typeof import("./graphql").SecondFactorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SecondFactorBegin($input: SecondFactorPasswordInput!) {\n    secondFactorBegin(input: $input) {\n      secret\n      qr {\n        size\n        path\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SecondFactorBeginDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SecondFactorConfirm($input: SecondFactorConfirmInput!) {\n    secondFactorConfirm(input: $input) {\n      recoveryCodes\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SecondFactorConfirmDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation RecoveryCodesRenew($input: SecondFactorPasswordInput!) {\n    recoveryCodesRenew(input: $input) {\n      recoveryCodes\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").RecoveryCodesRenewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SecondFactorDisable($input: SecondFactorPasswordInput!) {\n    secondFactorDisable(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SecondFactorDisableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation NotificationsMarkRead($input: NotificationsMarkReadInput!) {\n    notificationsMarkRead(input: $input) {\n      unread\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").NotificationsMarkReadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation NotificationsMarkAllRead {\n    notificationsMarkAllRead {\n      unread\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").NotificationsMarkAllReadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation NotificationPreferencesSet($input: NotificationPreferencesSetInput!) {\n    notificationPreferencesSet(input: $input) {\n      position\n      preferences {\n        kind\n        label\n        hint\n        icon\n        inApp\n        emailAtOnce\n        emailDigest\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").NotificationPreferencesSetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation NotificationMailSet($input: NotificationMailSetInput!) {\n    notificationMailSet(input: $input) {\n      position\n      digest {\n        every\n        hour\n        timeZone\n        nextAt\n        email\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").NotificationMailSetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation NotificationDigestSendNow {\n    notificationDigestSendNow {\n      sentTo\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").NotificationDigestSendNowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query NotificationsUnread {\n    unreadNotifications\n  }\n",
): typeof import("./graphql").NotificationsUnreadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query NotificationList($first: Int!, $after: String, $unreadOnly: Boolean!) {\n    notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {\n      edges {\n        node {\n          id\n          kind\n          icon\n          tone\n          title\n          text\n          link\n          toldAt\n          readAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").NotificationListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query NotificationPreferences {\n    notificationPreferences {\n      kind\n      label\n      hint\n      icon\n      inApp\n      emailAtOnce\n      emailDigest\n    }\n  }\n",
): typeof import("./graphql").NotificationPreferencesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query NotificationDigest {\n    notificationDigest {\n      every\n      hour\n      timeZone\n      nextAt\n      email\n    }\n  }\n",
): typeof import("./graphql").NotificationDigestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  subscription NotificationsChanged {\n    notificationsChanged {\n      count\n      newestId\n    }\n  }\n",
): typeof import("./graphql").NotificationsChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SessionEnd($id: UUID!) {\n    sessionEnd(id: $id) {\n      ended\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SessionEndDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SessionsEndOthers {\n    sessionsEndOthers {\n      ended\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SessionsEndOthersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation UserSessionsEnd($input: UserSessionsEndInput!) {\n    userSessionsEnd(input: $input) {\n      ended\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").UserSessionsEndDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query MySessions {\n    mySessions {\n      id\n      lastUsedAt\n      userAgent\n      ip\n      current\n    }\n  }\n",
): typeof import("./graphql").MySessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation TeamCreate($input: TeamCreateInput!) {\n    teamCreate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").TeamCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation TeamRename($input: TeamRenameInput!) {\n    teamRename(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").TeamRenameDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation TeamArchive($id: UUID!) {\n    teamArchive(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").TeamArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation TeamRestore($id: UUID!) {\n    teamRestore(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").TeamRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation TeamMemberAdd($input: TeamMemberInput!) {\n    teamMemberAdd(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").TeamMemberAddDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation TeamMemberRemove($input: TeamMemberInput!) {\n    teamMemberRemove(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").TeamMemberRemoveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query TeamList {\n    teams {\n      id\n      name\n      archived\n      memberCount\n    }\n  }\n",
): typeof import("./graphql").TeamListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query TeamPage($id: UUID!) {\n    team(id: $id) {\n      id\n      name\n      archived\n      memberCount\n    }\n    teamMembers(id: $id) {\n      id\n      name\n      email\n      role\n      active\n    }\n    teamHistory(id: $id) {\n      position\n      title\n      text\n      at\n      actorName\n    }\n  }\n",
): typeof import("./graphql").TeamPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query TeamCandidates {\n    taskAssignees {\n      id\n      name\n    }\n  }\n",
): typeof import("./graphql").TeamCandidatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation UserCreate($input: UserCreateInput!) {\n    userCreate(input: $input) {\n      position\n      user {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").UserCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation UserUpdate($input: UserUpdateInput!) {\n    userUpdate(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").UserUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation UserDisable($input: RecordActionInput!) {\n    userDisable(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").UserDisableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation UserEnable($input: RecordActionInput!) {\n    userEnable(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").UserEnableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation UserEmailCorrect($input: UserEmailCorrectInput!) {\n    userEmailCorrect(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").UserEmailCorrectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation UserSecondFactorReset($userId: UUID!) {\n    userSecondFactorReset(userId: $userId) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").UserSecondFactorResetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment UserShown on User {\n    id\n    name\n    email\n    role\n    active\n    secondFactor\n    createdAt\n    lastLoginAt\n    teams {\n      id\n      name\n    }\n    client {\n      id\n      name\n    }\n  }\n",
): typeof import("./graphql").UserShownFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query UserOne($id: UUID!) {\n    user(id: $id) {\n      ...UserShown\n    }\n  }\n",
): typeof import("./graphql").UserOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query UserList($first: Int!, $after: String) {\n    users(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          ...UserShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").UserListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query UserCount {\n    users(first: 1) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").UserCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation MailTest {\n    mailTest {\n      sentTo\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").MailTestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query Mailbox {\n    mailbox {\n      via\n      kept\n      mails {\n        id\n        sentAt\n        toName\n        toAddress\n        subject\n      }\n    }\n  }\n",
): typeof import("./graphql").MailboxDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query KeptMail($id: UUID!) {\n    keptMail(id: $id) {\n      text\n      html\n      headers {\n        name\n        value\n      }\n    }\n  }\n",
): typeof import("./graphql").KeptMailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ProviderTest($kind: ProviderKind!) {\n    providerTest(kind: $kind) {\n      worked\n      message\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ProviderTestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ProviderList {\n    providers {\n      kind\n      state\n      name\n      testable\n    }\n  }\n",
): typeof import("./graphql").ProviderListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ProjectionRetry($input: ProjectionActionInput!) {\n    projectionRetry(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ProjectionRetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ProjectionPark($input: ProjectionActionInput!) {\n    projectionPark(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ProjectionParkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ProjectionRebuild($input: ProjectionActionInput!) {\n    projectionRebuild(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ProjectionRebuildDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation JobCancel($input: JobActionInput!) {\n    jobCancel(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").JobCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation JobRetry($input: JobActionInput!) {\n    jobRetry(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").JobRetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ProjectionList {\n    projections {\n      ...ProjectionLine\n    }\n  }\n",
): typeof import("./graphql").ProjectionListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment ProjectionLine on Projection {\n    name\n    version\n    state\n    position\n    headPosition\n    lagEvents\n    lagSeconds\n    error\n    failedPosition\n    failedEventType\n    parkedEvents\n    updatedAt\n    rebuild {\n      ...Progress\n    }\n  }\n",
): typeof import("./graphql").ProjectionLineFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query LogStatus {\n    logStatus {\n      headPosition\n      events\n      facts\n      epoch\n      sealedTo\n      bus\n      relayPosition\n      relayLag\n    }\n  }\n",
): typeof import("./graphql").LogStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment JobLine on Job {\n    id\n    kind\n    title\n    state\n    attempts\n    maxAttempts\n    error\n    runAt\n    createdAt\n    startedAt\n    finishedAt\n    createdBy\n    cancellable\n    link\n    progress {\n      ...Progress\n    }\n  }\n",
): typeof import("./graphql").JobLineFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query JobList($first: Int!, $after: String, $state: JobState) {\n    jobs(first: $first, after: $after, state: $state, routine: false) {\n      edges {\n        cursor\n        node {\n          ...JobLine\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").JobListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query JobCount($state: JobState) {\n    jobs(first: 1, state: $state, routine: false) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").JobCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query RoutineJobs {\n    routineJobs {\n      kind\n      label\n      waiting\n      running\n      done\n      parked\n      lastFinishedAt\n    }\n  }\n",
): typeof import("./graphql").RoutineJobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  subscription ProjectionsChanged {\n    projectionsChanged {\n      ...ProjectionLine\n    }\n  }\n",
): typeof import("./graphql").ProjectionsChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  subscription JobsChanged {\n    jobsChanged {\n      id\n      state\n    }\n  }\n",
): typeof import("./graphql").JobsChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ConsentRuleSet($input: ConsentRuleSetInput!) {\n    consentRuleSet(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ConsentRuleSetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ConsentRuleRemove($country: String!) {\n    consentRuleRemove(country: $country) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ConsentRuleRemoveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ConsentRules {\n    consentRules {\n      country\n      name\n      email\n      phone\n      changedAt\n      changedBy\n      note\n    }\n    consentRuleChanges {\n      position\n      country\n      name\n      rule {\n        email\n        phone\n      }\n      previous {\n        email\n        phone\n      }\n      note\n      at\n      actorName\n    }\n  }\n",
): typeof import("./graphql").ConsentRulesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ConsentRecord($input: ConsentRecordInput!) {\n    consentRecord(input: $input) {\n      statementIds\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ConsentRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ConsentWithdraw($input: ConsentWithdrawInput!) {\n    consentWithdraw(input: $input) {\n      suppressed\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ConsentWithdrawDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ConsentTakeBack($input: ConsentTakeBackInput!) {\n    consentTakeBack(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ConsentTakeBackDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment ConsentShown on ConsentStatement {\n    id\n    contactId\n    personId\n    contactLabel\n    contactEmail\n    accountName\n    country\n    channel\n    standing\n    standingLabel\n    state\n    givenAt\n    origin\n    wording\n    reference\n    url\n    ip\n    note\n    fileName\n    fileSize\n    recordedAt\n    recordedBy\n    takenBackAt\n    takenBackBy\n    takenBackWhy\n    erased\n  }\n",
): typeof import("./graphql").ConsentShownFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ConsentList($first: Int!, $after: String, $filter: ConsentFilter) {\n    consents(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...ConsentShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").ConsentListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ConsentCount($filter: ConsentFilter) {\n    consents(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").ConsentCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ConsentOne($id: UUID!) {\n    consent(id: $id) {\n      ...ConsentShown\n    }\n  }\n",
): typeof import("./graphql").ConsentOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ContactConsent($id: UUID!, $at: DateTime) {\n    contactConsent(contactId: $id, at: $at) {\n      channels {\n        channel\n        standing\n        standingLabel\n        permits\n        why\n        statementId\n        countryName\n      }\n      statements {\n        ...ConsentShown\n      }\n    }\n  }\n",
): typeof import("./graphql").ContactConsentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation LegalHoldPlace($input: LegalHoldPlaceInput!) {\n    legalHoldPlace(input: $input) {\n      id\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").LegalHoldPlaceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation LegalHoldLift($id: UUID!, $reason: String!) {\n    legalHoldLift(id: $id, reason: $reason) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").LegalHoldLiftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment LegalHoldShown on LegalHold {\n    id\n    scope\n    recordId\n    data\n    label\n    reason\n    reference\n    since\n    placedBy\n    standing\n    liftedAt\n    liftedBy\n    liftReason\n    erased\n  }\n",
): typeof import("./graphql").LegalHoldShownFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query LegalHoldList($first: Int!, $after: String, $filter: LegalHoldFilter) {\n    legalHolds(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...LegalHoldShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").LegalHoldListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query LegalHoldCount($filter: LegalHoldFilter) {\n    legalHolds(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").LegalHoldCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query LegalHoldOne($id: UUID!) {\n    legalHold(id: $id) {\n      ...LegalHoldShown\n    }\n  }\n",
): typeof import("./graphql").LegalHoldOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query LegalHoldsOf($entity: Entity!, $id: UUID!) {\n    legalHoldsOf(entity: $entity, id: $id) {\n      ...LegalHoldShown\n    }\n  }\n",
): typeof import("./graphql").LegalHoldsOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation PrivacyRequestReceive($input: PrivacyRequestReceiveInput!) {\n    privacyRequestReceive(input: $input) {\n      requestId\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").PrivacyRequestReceiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation PrivacyRequestAssign($input: PrivacyRequestAssignInput!) {\n    privacyRequestAssign(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").PrivacyRequestAssignDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation PrivacyRequestBegin($input: PrivacyRequestActionInput!) {\n    privacyRequestBegin(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").PrivacyRequestBeginDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation PrivacyRequestExtend($input: PrivacyRequestReasonInput!) {\n    privacyRequestExtend(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").PrivacyRequestExtendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation PrivacyRequestAnswer($input: PrivacyRequestAnswerInput!) {\n    privacyRequestAnswer(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").PrivacyRequestAnswerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation PrivacyRequestRefuse($input: PrivacyRequestReasonInput!) {\n    privacyRequestRefuse(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").PrivacyRequestRefuseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment PrivacyRequestShown on PrivacyRequest {\n    id\n    kind\n    state\n    urgency\n    cameBy\n    receivedAt\n    dueAt\n    extended\n    extensionWhy\n    personLabel\n    name\n    email\n    phone\n    contactId\n    note\n    identity\n    refusal\n    assigneeId\n    assignee\n    answering\n    answeredBy\n    settledAt\n    holdings {\n      contacts\n      events\n      consents\n      suppressions\n      tasks\n      notes\n      imports\n      exports\n      importRows\n    }\n    hashes\n    fileSize\n    fileExpiresAt\n    hasProof\n    forgotten\n    recordedAt\n    recordedBy\n  }\n",
): typeof import("./graphql").PrivacyRequestShownFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PrivacyRequestList($first: Int!, $after: String, $filter: PrivacyRequestFilter) {\n    privacyRequests(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...PrivacyRequestShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").PrivacyRequestListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PrivacyRequestCount($filter: PrivacyRequestFilter) {\n    privacyRequests(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").PrivacyRequestCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PrivacyRequestsWaiting {\n    privacyRequestsWaiting {\n      unsettled\n      soon\n      overdue\n    }\n  }\n",
): typeof import("./graphql").PrivacyRequestsWaitingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PrivacyRequestOne($id: UUID!) {\n    privacyRequest(id: $id) {\n      ...PrivacyRequestShown\n    }\n  }\n",
): typeof import("./graphql").PrivacyRequestOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PrivacyRequestSteps($id: UUID!) {\n    privacyRequestSteps(id: $id) {\n      position\n      title\n      text\n      at\n      by\n    }\n  }\n",
): typeof import("./graphql").PrivacyRequestStepsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PrivacyRequestFound($id: UUID!) {\n    privacyRequestFound(id: $id) {\n      holdings {\n        contacts\n        events\n        consents\n        suppressions\n        tasks\n        notes\n        imports\n        exports\n        importRows\n      }\n      contacts {\n        id\n        label\n      }\n    }\n  }\n",
): typeof import("./graphql").PrivacyRequestFoundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PrivacyRequestWaitsFor($id: UUID!) {\n    privacyRequestWaitsFor(id: $id)\n  }\n",
): typeof import("./graphql").PrivacyRequestWaitsForDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PrivacyRequestAssignees {\n    taskAssignees {\n      id\n      name\n    }\n  }\n",
): typeof import("./graphql").PrivacyRequestAssigneesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation RetentionDryRunStart($kind: RetentionKind!, $keep: RetentionKeepInput!) {\n    retentionDryRunStart(kind: $kind, keep: $keep) {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").RetentionDryRunStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation RetentionRuleSet($input: RetentionRuleSetInput!) {\n    retentionRuleSet(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").RetentionRuleSetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation RetentionRunNow {\n    retentionRunNow {\n      jobId\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").RetentionRunNowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation RetentionCancel($input: JobActionInput!) {\n    jobCancel(input: $input) {\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").RetentionCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query Retention {\n    retentionRules {\n      kind\n      label\n      deletes\n      keep {\n        count\n        unit\n        label\n      }\n      mayBeForever\n      onHold\n      changedAt\n      changedBy\n      note\n    }\n    retentionRuleChanges {\n      position\n      kind\n      label\n      keep {\n        label\n      }\n      previous {\n        label\n      }\n      note\n      at\n      actorName\n    }\n    retentionRuns {\n      id\n      endedAt\n      askedBy\n      cancelled\n      deleted\n      held\n      kinds {\n        kind\n        label\n        deleted\n        held\n        left\n        more\n        onHold\n      }\n    }\n  }\n",
): typeof import("./graphql").RetentionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query RetentionDryRun($id: UUID!) {\n    retentionDryRun(id: $id) {\n      id\n      dueNow\n      dueIn30Days\n      dueIn90Days\n      held\n      items {\n        id\n        name\n        since\n      }\n      heldItems {\n        id\n        name\n        since\n      }\n    }\n  }\n",
): typeof import("./graphql").RetentionDryRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query RetentionJob($id: UUID!) {\n    job(id: $id) {\n      id\n      state\n      error\n      progress {\n        done\n        phase\n      }\n    }\n  }\n",
): typeof import("./graphql").RetentionJobDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SuppressionsAdd($input: SuppressionsAddInput!) {\n    suppressionsAdd(input: $input) {\n      ids\n      added\n      already\n      refused {\n        line\n        value\n        message\n      }\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SuppressionsAddDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SuppressionRelease($id: UUID!, $reason: String!) {\n    suppressionRelease(id: $id, reason: $reason) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").SuppressionReleaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment SuppressionShown on Suppression {\n    id\n    kind\n    value\n    label\n    reach\n    clientId\n    clientName\n    campaignId\n    campaignName\n    brandId\n    brandName\n    reason\n    reasonLabel\n    standing\n    note\n    since\n    until\n    addedBy\n    releasedAt\n    releasedBy\n    releaseReason\n    erased\n  }\n",
): typeof import("./graphql").SuppressionShownFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SuppressionList($first: Int!, $after: String, $filter: SuppressionFilter) {\n    suppressions(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...SuppressionShown\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      stale\n    }\n  }\n",
): typeof import("./graphql").SuppressionListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SuppressionCount($filter: SuppressionFilter) {\n    suppressions(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").SuppressionCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SuppressionOne($id: UUID!) {\n    suppression(id: $id) {\n      ...SuppressionShown\n    }\n    suppressionEvents(id: $id) {\n      position\n      eventType\n      title\n      text\n      at\n      actorName\n      source\n      ip\n    }\n  }\n",
): typeof import("./graphql").SuppressionOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SuppressionsOf($entity: Entity!, $id: UUID!) {\n    suppressionsOf(entity: $entity, id: $id) {\n      ...SuppressionShown\n    }\n  }\n",
): typeof import("./graphql").SuppressionsOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SuppressionCheck($value: String!) {\n    suppressionCheck(value: $value) {\n      kind\n      value\n      suppressed\n      because {\n        suppressionId\n        reasonLabel\n        since\n      }\n    }\n  }\n",
): typeof import("./graphql").SuppressionCheckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SuppressionFiles($reason: SuppressionReason) {\n    suppressionFiles(reason: $reason) {\n      id\n      reason\n      reasonLabel\n      country\n      asOf\n      ageDays\n      stale\n      rows\n      added\n      already\n      refused\n      readAt\n      readBy\n    }\n  }\n",
): typeof import("./graphql").SuppressionFilesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment NoteWritten on NotePayload {\n    position\n    note {\n      id\n      version\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n",
): typeof import("./graphql").NoteWrittenFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation NoteAdd($input: NoteAddInput!) {\n    noteAdd(input: $input) {\n      ...NoteWritten\n    }\n  }\n",
): typeof import("./graphql").NoteAddDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation NoteEdit($input: NoteEditInput!) {\n    noteEdit(input: $input) {\n      ...NoteWritten\n    }\n  }\n",
): typeof import("./graphql").NoteEditDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation NotePin($id: UUID!, $pinned: Boolean!) {\n    notePin(id: $id, pinned: $pinned) {\n      ...NoteWritten\n    }\n  }\n",
): typeof import("./graphql").NotePinDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation NoteDelete($id: UUID!) {\n    noteDelete(id: $id) {\n      ...NoteWritten\n    }\n  }\n",
): typeof import("./graphql").NoteDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation NoteRestore($id: UUID!) {\n    noteRestore(id: $id) {\n      ...NoteWritten\n    }\n  }\n",
): typeof import("./graphql").NoteRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment NoteParts on Note {\n    id\n    body\n    authorName\n    pinned\n    createdAt\n    editedAt\n    editedByName\n    mayChange\n    version\n  }\n",
): typeof import("./graphql").NotePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query Notes($entity: Entity!, $recordId: UUID!, $after: String) {\n    notes(entity: $entity, recordId: $recordId, first: 30, after: $after) {\n      edges {\n        node {\n          ...NoteParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").NotesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment TaskWritten on TaskPayload {\n    position\n    task {\n      id\n      version\n    }\n    userErrors {\n      ...Refusal\n    }\n  }\n",
): typeof import("./graphql").TaskWrittenFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation TaskCreate($input: TaskCreateInput!) {\n    taskCreate(input: $input) {\n      ...TaskWritten\n    }\n  }\n",
): typeof import("./graphql").TaskCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation TaskChange($input: TaskChangeInput!) {\n    taskChange(input: $input) {\n      ...TaskWritten\n    }\n  }\n",
): typeof import("./graphql").TaskChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation TaskComplete($id: UUID!) {\n    taskComplete(id: $id) {\n      ...TaskWritten\n    }\n  }\n",
): typeof import("./graphql").TaskCompleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation TaskCancel($id: UUID!) {\n    taskCancel(id: $id) {\n      ...TaskWritten\n    }\n  }\n",
): typeof import("./graphql").TaskCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation TaskReopen($id: UUID!) {\n    taskReopen(id: $id) {\n      ...TaskWritten\n    }\n  }\n",
): typeof import("./graphql").TaskReopenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation TaskDelete($id: UUID!) {\n    taskDelete(id: $id) {\n      ...TaskWritten\n    }\n  }\n",
): typeof import("./graphql").TaskDeleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation TaskRestore($id: UUID!) {\n    taskRestore(id: $id) {\n      ...TaskWritten\n    }\n  }\n",
): typeof import("./graphql").TaskRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment TaskParts on Task {\n    id\n    title\n    details\n    state\n    priority\n    dueOn\n    dueAt\n    assigneeId\n    assigneeName\n    entity\n    recordId\n    recordName\n    createdByName\n    settledAt\n    settledByName\n    mayChange\n    version\n  }\n",
): typeof import("./graphql").TaskPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query Tasks($filter: TaskFilter!, $first: Int!, $after: String) {\n    tasks(filter: $filter, first: $first, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...TaskParts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").TasksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query TaskCounts($timeZone: String!) {\n    taskCounts(timeZone: $timeZone) {\n      open\n      overdue\n    }\n  }\n",
): typeof import("./graphql").TaskCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query TaskAssignees {\n    taskAssignees {\n      id\n      name\n    }\n  }\n",
): typeof import("./graphql").TaskAssigneesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment Refusal on UserError {\n    code\n    field\n    message\n  }\n",
): typeof import("./graphql").RefusalFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment Progress on JobProgress {\n    done\n    total\n    rate\n    etaSeconds\n    phase\n  }\n",
): typeof import("./graphql").ProgressFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation PreferencesSave($input: PreferencesInput!) {\n    preferencesSave(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n",
): typeof import("./graphql").PreferencesSaveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment AudienceEventParts on AudienceEvent {\n    position\n    eventType\n    title\n    at\n    actorName\n    sourceLabel\n    changes {\n      label\n      old\n      new\n    }\n  }\n",
): typeof import("./graphql").AudienceEventPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SegmentHistory($id: UUID!) {\n    segmentHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n",
): typeof import("./graphql").SegmentHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ListHistory($id: UUID!) {\n    listHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n",
): typeof import("./graphql").ListHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query DomainSetHistory($id: UUID!) {\n    domainSetHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n",
): typeof import("./graphql").DomainSetHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailTemplateHistory($id: UUID!) {\n    emailTemplateHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n",
): typeof import("./graphql").EmailTemplateHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query EmailSnippetHistory($id: UUID!) {\n    emailSnippetHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n",
): typeof import("./graphql").EmailSnippetHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query CampaignHistory($id: UUID!) {\n    campaignHistory(id: $id) {\n      ...AudienceEventParts\n    }\n  }\n",
): typeof import("./graphql").CampaignHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query FieldCatalogue($entity: Entity!) {\n    fieldCatalogue(entity: $entity) {\n      key\n      label\n      kind\n      group\n      personal\n      writable\n      unique\n      required\n      sortable\n      custom\n      options\n      choices {\n        value\n        label\n        retired\n      }\n    }\n  }\n",
): typeof import("./graphql").FieldCatalogueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query FilterFields($entity: Entity!) {\n    filterFields(entity: $entity) {\n      key\n      label\n      group\n      type\n      kind\n      options\n      choices {\n        value\n        label\n        retired\n      }\n      suggestions\n      operators {\n        name\n        label\n        takes\n      }\n    }\n  }\n",
): typeof import("./graphql").FilterFieldsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query FilterSuggestions($entity: Entity!, $field: String!, $prefix: String!) {\n    filterSuggestions(entity: $entity, field: $field, prefix: $prefix) {\n      value\n      label\n      seen\n    }\n  }\n",
): typeof import("./graphql").FilterSuggestionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query FilterCheck($entity: Entity!, $filter: JSON!) {\n    filterCheck(entity: $entity, filter: $filter) {\n      valid\n      sentence\n      errors {\n        path\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").FilterCheckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query FilterSentence($entity: Entity!, $filter: JSON!) {\n    filterSentence(entity: $entity, filter: $filter)\n  }\n",
): typeof import("./graphql").FilterSentenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query HistoryOf($entity: Entity!, $id: UUID!, $first: Int!, $after: String, $wanted: TimelineFilter) {\n    history(entity: $entity, id: $id, first: $first, after: $after, wanted: $wanted) {\n      edges {\n        cursor\n        node {\n          position\n          eventType\n          title\n          about\n          at\n          source\n          sourceLabel\n          importId\n          actorName\n          restoredFrom\n          undoable\n          requestId\n          changes {\n            field\n            label\n            old\n            new\n            kept\n            rule\n            derived\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").HistoryOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query TimelineFacets($entity: Entity!, $id: UUID!) {\n    timelineFacets(entity: $entity, id: $id) {\n      kinds {\n        key\n        label\n        count\n      }\n      actors {\n        id\n        name\n        count\n      }\n      moments {\n        position\n        at\n        eventType\n      }\n    }\n  }\n",
): typeof import("./graphql").TimelineFacetsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query RecordThen($entity: Entity!, $id: UUID!, $at: DateTime, $position: Int) {\n    recordAsOf(entity: $entity, id: $id, at: $at, position: $position) {\n      existed\n      archived\n      at\n      fields {\n        field\n        label\n        value\n        text\n        derived\n      }\n    }\n    recordCompare(entity: $entity, id: $id, from: $at, fromPosition: $position) {\n      fields {\n        field\n        label\n        to\n        toText\n        changed\n      }\n    }\n  }\n",
): typeof import("./graphql").RecordThenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query RecordsCompared(\n    $entity: Entity!\n    $id: UUID!\n    $from: DateTime\n    $fromPosition: Int\n    $to: DateTime\n    $toPosition: Int\n  ) {\n    recordCompare(\n      entity: $entity\n      id: $id\n      from: $from\n      fromPosition: $fromPosition\n      to: $to\n      toPosition: $toPosition\n    ) {\n      from {\n        existed\n        archived\n        at\n      }\n      to {\n        existed\n        archived\n        at\n      }\n      fields {\n        field\n        label\n        from\n        fromText\n        to\n        toText\n        changed\n      }\n    }\n  }\n",
): typeof import("./graphql").RecordsComparedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query Memberships($entity: Entity!, $id: UUID!, $past: Boolean!) {\n    memberships(entity: $entity, id: $id, past: $past) {\n      segments {\n        segmentId\n        name\n        archived\n        enteredAt\n        enteredBecause {\n          cause\n          conditions {\n            sentence\n            holds\n          }\n        }\n        leftAt\n        leftBecause {\n          cause\n          conditions {\n            sentence\n            holds\n          }\n        }\n      }\n      lists {\n        listId\n        name\n        archived\n        source\n        how\n        byName\n        enteredAt\n        leftAt\n      }\n      domainSets {\n        domainSetId\n        name\n        archived\n        domain\n        byAccount\n        via\n        matchedAt\n        since\n      }\n    }\n  }\n",
): typeof import("./graphql").MembershipsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation RecordsMerge($input: RecordsMergeInput!) {\n    recordsMerge(input: $input) {\n      position\n      bulk {\n        id\n      }\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").RecordsMergeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation MergeUndo($input: BulkUndoInput!) {\n    bulkUndo(input: $input) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").MergeUndoDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query MergeUndone($id: UUID!) {\n    bulk(id: $id) {\n      state\n      undo {\n        state\n      }\n    }\n  }\n",
): typeof import("./graphql").MergeUndoneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query MergeContacts($ids: [UUID!]!) {\n    contacts(filter: { ids: $ids, archived: null }, first: 60) {\n      edges {\n        node {\n          id\n          version\n          archived\n          fields\n          accountId\n          accountName\n          createdAt\n          updatedAt\n        }\n      }\n    }\n  }\n",
): typeof import("./graphql").MergeContactsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query MergeAccounts($ids: [UUID!]!) {\n    accounts(filter: { ids: $ids, archived: null }, first: 60) {\n      edges {\n        node {\n          id\n          version\n          archived\n          fields\n          createdAt\n          updatedAt\n        }\n      }\n    }\n  }\n",
): typeof import("./graphql").MergeAccountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query UndoNames($contacts: [UUID!]!, $accounts: [UUID!]!, $ofContacts: Boolean!, $ofAccounts: Boolean!) {\n    contacts(first: 100, filter: { ids: $contacts, archived: null }) @include(if: $ofContacts) {\n      edges {\n        node {\n          id\n          fullName\n          email\n        }\n      }\n    }\n    accounts(first: 100, filter: { ids: $accounts, archived: null }) @include(if: $ofAccounts) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n",
): typeof import("./graphql").UndoNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query PhoneAssessed($number: String!) {\n    phoneAssessment(number: $number) {\n      validity\n      line\n      lineLabel\n      countryName\n      timeZone\n    }\n  }\n",
): typeof import("./graphql").PhoneAssessedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment Origin on ValueOrigin {\n    position\n    at\n    sourceLabel\n    importId\n    actorName\n    restoredFrom\n  }\n",
): typeof import("./graphql").OriginFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ProvenanceOf($entity: Entity!, $id: UUID!) {\n    provenance(entity: $entity, id: $id) {\n      fields {\n        field\n        current {\n          value\n          text\n          derived\n          origin {\n            ...Origin\n          }\n        }\n        earlier {\n          value\n          text\n          derived\n          origin {\n            ...Origin\n          }\n        }\n        kept {\n          value\n          text\n          rule\n          origin {\n            ...Origin\n          }\n        }\n      }\n    }\n  }\n",
): typeof import("./graphql").ProvenanceOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment UndoRow on ImportUndoRow {\n    entity\n    recordId\n    name\n    outcome\n    changes {\n      field\n      label\n      old\n      new\n    }\n    conflicts {\n      field\n      label\n      reason\n      message\n    }\n  }\n",
): typeof import("./graphql").UndoRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query RecordWork($entity: Entity!, $id: UUID!) {\n    tasks(first: 0, filter: { entity: $entity, recordId: $id, states: [OPEN] }) {\n      totalCount\n    }\n    notes(first: 0, entity: $entity, recordId: $id) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").RecordWorkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query Search($text: String!, $kinds: [SearchKind!], $first: Int!, $archived: Boolean!, $audiences: Boolean!) {\n    search(text: $text, kinds: $kinds, first: $first, archived: $archived) {\n      stale\n      audiences @include(if: $audiences) {\n        total\n        hits {\n          kind\n          id\n          entity\n          archived\n          tags\n          namePieces {\n            text\n            hit\n          }\n        }\n      }\n      groups {\n        kind\n        total\n        more\n        hits {\n          kind\n          id\n          title\n          archived\n          titlePieces {\n            text\n            hit\n          }\n          subtitlePieces {\n            text\n            hit\n          }\n          matched {\n            field\n            label\n            pieces {\n              text\n              hit\n            }\n          }\n        }\n      }\n    }\n  }\n",
): typeof import("./graphql").SearchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SearchOpened(\n    $first: Int!\n    $contacts: ContactFilter\n    $accounts: AccountFilter\n    $withContacts: Boolean!\n    $withAccounts: Boolean!\n  ) {\n    contacts(first: $first, filter: $contacts) @include(if: $withContacts) {\n      edges {\n        node {\n          id\n          fullName\n          email\n          jobTitle\n          accountName\n          archived\n          erased\n        }\n      }\n    }\n    accounts(first: $first, filter: $accounts) @include(if: $withAccounts) {\n      edges {\n        node {\n          id\n          name\n          domain\n          archived\n        }\n      }\n    }\n  }\n",
): typeof import("./graphql").SearchOpenedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientViewEnd($id: UUID!) {\n    clientViewEnd(id: $id) {\n      position\n      userErrors {\n        ...Refusal\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientViewEndDocument;

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
