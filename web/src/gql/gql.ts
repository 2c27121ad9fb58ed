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
  "\n  fragment AccountChanged on AccountPayload {\n    position\n    userErrors {\n      code\n      field\n      message\n      recordId\n    }\n    account {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      tags\n      status\n      ownerName\n      contactCount\n      archived\n      mayArchive\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n": typeof types.AccountChangedFragmentDoc;
  "\n  mutation AccountCreate($input: RecordInput!) {\n    accountCreate(input: $input) {\n      ...AccountChanged\n    }\n  }\n": typeof types.AccountCreateDocument;
  "\n  mutation AccountUpdate($input: RecordUpdateInput!) {\n    accountUpdate(input: $input) {\n      ...AccountChanged\n    }\n  }\n": typeof types.AccountUpdateDocument;
  "\n  mutation AccountArchive($input: RecordActionInput!) {\n    accountArchive(input: $input) {\n      ...AccountChanged\n    }\n  }\n": typeof types.AccountArchiveDocument;
  "\n  mutation AccountRestore($input: RecordActionInput!) {\n    accountRestore(input: $input) {\n      ...AccountChanged\n    }\n  }\n": typeof types.AccountRestoreDocument;
  "\n  mutation AccountUndo($input: RecordUndoInput!) {\n    accountUndo(input: $input) {\n      ...AccountChanged\n    }\n  }\n": typeof types.AccountUndoDocument;
  "\n  mutation AccountRestoreValues($input: RecordRestoreValuesInput!) {\n    accountRestoreValues(input: $input) {\n      ...AccountChanged\n    }\n  }\n": typeof types.AccountRestoreValuesDocument;
  "\n  query AccountTree($id: UUID!) {\n    accountTree(id: $id) {\n      more\n      nodes {\n        id\n        parentId\n        name\n        domain\n        archived\n        status\n        contactCount\n        depth\n      }\n    }\n  }\n": typeof types.AccountTreeDocument;
  "\n  query AccountPeople($id: UUID!) {\n    accountPeople(id: $id) {\n      total\n      withEmail\n      emailVerified\n      withPhone\n      seniorities\n      cells {\n        seniority\n        department\n        count\n      }\n    }\n  }\n": typeof types.AccountPeopleDocument;
  "\n  query AccountList($first: Int!, $after: String, $before: String, $filter: AccountFilter, $sort: RecordSort) {\n    accounts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          name\n          domain\n          industry\n          employeesSizeRange\n          staffCount\n          hqCity\n          hqCountry\n          mainPhone\n          tags\n          status\n          ownerName\n          contactCount\n          archived\n          mayArchive\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.AccountListDocument;
  "\n  query AccountCount($filter: AccountFilter) {\n    accounts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.AccountCountDocument;
  "\n  query AccountRecord($id: UUID!) {\n    account(id: $id) {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      status\n      ownerName\n      contactCount\n      archived\n      mayArchive\n      sourceLabel\n      importId\n      teamName\n      createdAt\n      updatedAt\n      version\n      fields\n      parent {\n        id\n        name\n      }\n    }\n  }\n": typeof types.AccountRecordDocument;
  "\n  fragment ContactChanged on ContactPayload {\n    position\n    userErrors {\n      code\n      field\n      message\n      recordId\n    }\n    contact {\n      id\n      fullName\n      jobTitle\n      seniorityLevel\n      department\n      email\n      emailStatus\n      directPhone\n      accountId\n      accountName\n      accountDomain\n      city\n      country\n      lifecycle\n      tags\n      ownerName\n      archived\n      mayArchive\n      erased\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n": typeof types.ContactChangedFragmentDoc;
  "\n  mutation ContactCreate($input: RecordInput!) {\n    contactCreate(input: $input) {\n      ...ContactChanged\n    }\n  }\n": typeof types.ContactCreateDocument;
  "\n  mutation ContactUpdate($input: RecordUpdateInput!) {\n    contactUpdate(input: $input) {\n      ...ContactChanged\n    }\n  }\n": typeof types.ContactUpdateDocument;
  "\n  mutation ContactArchive($input: RecordActionInput!) {\n    contactArchive(input: $input) {\n      ...ContactChanged\n    }\n  }\n": typeof types.ContactArchiveDocument;
  "\n  mutation ContactRestore($input: RecordActionInput!) {\n    contactRestore(input: $input) {\n      ...ContactChanged\n    }\n  }\n": typeof types.ContactRestoreDocument;
  "\n  mutation ContactUndo($input: RecordUndoInput!) {\n    contactUndo(input: $input) {\n      ...ContactChanged\n    }\n  }\n": typeof types.ContactUndoDocument;
  "\n  mutation ContactRestoreValues($input: RecordRestoreValuesInput!) {\n    contactRestoreValues(input: $input) {\n      ...ContactChanged\n    }\n  }\n": typeof types.ContactRestoreValuesDocument;
  "\n  mutation ContactErase($input: ContactEraseInput!) {\n    contactErase(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ContactEraseDocument;
  "\n  query ContactList($first: Int!, $after: String, $before: String, $filter: ContactFilter, $sort: RecordSort) {\n    contacts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          fullName\n          jobTitle\n          seniorityLevel\n          department\n          email\n          emailStatus\n          directPhone\n          accountId\n          accountName\n          accountDomain\n          city\n          country\n          lifecycle\n          tags\n          ownerName\n          archived\n          mayArchive\n          erased\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.ContactListDocument;
  "\n  query ContactCount($filter: ContactFilter) {\n    contacts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n": typeof types.ContactCountDocument;
  "\n  query ContactRecord($id: UUID!) {\n    contact(id: $id) {\n      id\n      fullName\n      jobTitle\n      email\n      emailStatus\n      directPhone\n      mobilePhone\n      phoneStatus\n      accountId\n      accountName\n      accountDomain\n      accountLink\n      timezone\n      ownerName\n      archived\n      mayArchive\n      erased\n      sourceLabel\n      importId\n      teamName\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n": typeof types.ContactRecordDocument;
  "\n  mutation CustomFieldDefine($input: CustomFieldDefineInput!) {\n    customFieldDefine(input: $input) {\n      customField {\n        entity\n        key\n        label\n      }\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.CustomFieldDefineDocument;
  "\n  mutation CustomFieldChange($input: CustomFieldChangeInput!) {\n    customFieldChange(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.CustomFieldChangeDocument;
  "\n  mutation CustomFieldArchive($entity: Entity!, $key: String!) {\n    customFieldArchive(entity: $entity, key: $key) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.CustomFieldArchiveDocument;
  "\n  mutation CustomFieldRestore($entity: Entity!, $key: String!) {\n    customFieldRestore(entity: $entity, key: $key) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.CustomFieldRestoreDocument;
  "\n  query CustomFieldList($entity: Entity!) {\n    customFields(entity: $entity, archived: true) {\n      entity\n      key\n      label\n      type\n      options {\n        value\n        label\n        retired\n      }\n      required\n      archived\n      createdByName\n      createdAt\n    }\n  }\n": typeof types.CustomFieldListDocument;
  "\n  mutation ExportStart($input: ExportStartInput!) {\n    exportStart(input: $input) {\n      position\n      export {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ExportStartDocument;
  "\n  mutation ExportCancel($input: ExportActionInput!) {\n    exportCancel(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ExportCancelDocument;
  "\n  mutation ExportLink($input: ExportActionInput!) {\n    exportLink(input: $input) {\n      url\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ExportLinkDocument;
  "\n  query ExportList($first: Int!, $after: String) {\n    exports(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          entity\n          format\n          state\n          columns\n          filter\n          createdAt\n          createdBy\n          mine\n          finishedAt\n          error\n          rows\n          asOf\n          fileSize\n          cutCells\n          expiresAt\n          progress {\n            done\n            total\n            rate\n            etaSeconds\n            phase\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.ExportListDocument;
  "\n  query ExportCount {\n    exports(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.ExportCountDocument;
  "\n  mutation ImportFixRows($input: ImportFixRowsInput!) {\n    importFixRows(input: $input) {\n      position\n      import {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ImportFixRowsDocument;
  "\n  mutation ImportAgain($input: ImportActionInput!) {\n    importAgain(input: $input) {\n      position\n      import {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ImportAgainDocument;
  "\n  query ImportRejectedRows($id: UUID!, $first: Int!, $after: String) {\n    importRejectedRows(id: $id, first: $first, after: $after) {\n      rows {\n        row\n        cells\n        reasons {\n          code\n          field\n          message\n        }\n        fix {\n          importId\n          outcome\n        }\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n": typeof types.ImportRejectedRowsDocument;
  "\n  mutation ImportMap($input: ImportMapInput!) {\n    importMap(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ImportMapDocument;
  "\n  mutation ImportChooseSheet($input: ImportChooseSheetInput!) {\n    importChooseSheet(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ImportChooseSheetDocument;
  "\n  mutation ImportPreview($input: ImportActionInput!) {\n    importPreview(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ImportPreviewDocument;
  "\n  mutation ImportStart($input: ImportActionInput!) {\n    importStart(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ImportStartDocument;
  "\n  mutation ImportCancel($input: ImportActionInput!) {\n    importCancel(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ImportCancelDocument;
  "\n  query ImportPreviewRows($id: UUID!, $list: ImportPreviewList!, $first: Int!, $after: String) {\n    importPreviewRows(id: $id, list: $list, first: $first, after: $after) {\n      rows {\n        row\n        entity\n        recordId\n        intoRow\n        name\n        changes {\n          field\n          label\n          old\n          new\n          kept\n          rule\n        }\n        reasons {\n          code\n          field\n          message\n          rejected\n        }\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n": typeof types.ImportPreviewRowsDocument;
  "\n  query ImportList($first: Int!, $after: String) {\n    imports(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          fileName\n          fileSize\n          state\n          createdAt\n          createdBy\n          startedAt\n          finishedAt\n          rowCount\n          error\n          outcomes {\n            read\n            created\n            updated\n            unchanged\n            mergedInFile\n            matchesArchived\n            rejected\n            notRun\n            warnings\n          }\n          progress {\n            done\n            total\n            rate\n            etaSeconds\n            phase\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.ImportListDocument;
  "\n  query ImportCount {\n    imports(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.ImportCountDocument;
  "\n  fragment ImportUndoRun on ImportUndo {\n    state\n    startedAt\n    finishedAt\n    contacts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    accounts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    progress {\n      done\n      total\n      rate\n      etaSeconds\n      phase\n    }\n  }\n": typeof types.ImportUndoRunFragmentDoc;
  "\n  fragment ImportFull on Import {\n    id\n    name\n    fileName\n    fileSize\n    fileHash\n    state\n    createdAt\n    createdBy\n    encoding\n    delimiter\n    headerRow\n    rowCount\n    defaultCountry\n    kind\n    sheet\n    sheets {\n      name\n      rows\n    }\n    parentId\n    fixedRows\n    usedBefore {\n      importId\n      name\n      at\n      kind\n      defaultCountry\n    }\n    undo {\n      ...ImportUndoRun\n    }\n    undoPreview {\n      ...ImportUndoRun\n    }\n    preview {\n      state\n      startedAt\n      finishedAt\n      expiresAt\n      error\n      accountsCreated\n      accountsUpdated\n      outcomes {\n        read\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n        rejected\n        notRun\n        warnings\n      }\n      progress {\n        done\n        total\n        rate\n        etaSeconds\n        phase\n      }\n    }\n    accountsCreated\n    accountsUpdated\n    startedAt\n    finishedAt\n    error\n    rejectFileUrl\n    columns {\n      index\n      header\n      samples\n      suggestedField\n      suggestedEntity\n      suggestedRule\n      usedBefore\n      guess {\n        field\n        entity\n        confidence\n      }\n      confidence\n    }\n    mapping {\n      column\n      entity\n      field\n      rule\n    }\n    outcomes {\n      read\n      created\n      updated\n      unchanged\n      mergedInFile\n      matchesArchived\n      rejected\n      notRun\n      warnings\n    }\n    problems {\n      code\n      message\n      example\n      rows\n      rejected\n    }\n    progress {\n      done\n      total\n      rate\n      etaSeconds\n      phase\n    }\n  }\n": typeof types.ImportFullFragmentDoc;
  "\n  query ImportRecord($id: UUID!) {\n    import(id: $id) {\n      ...ImportFull\n    }\n  }\n": typeof types.ImportRecordDocument;
  "\n  query ImportContacts($id: UUID!) {\n    import(id: $id) {\n      contacts {\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n      }\n    }\n  }\n": typeof types.ImportContactsDocument;
  "\n  query ImportName($id: UUID!) {\n    import(id: $id) {\n      name\n    }\n  }\n": typeof types.ImportNameDocument;
  "\n  query ImportUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {\n    importUndoRows(id: $id, list: $list, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n": typeof types.ImportUndoRowsDocument;
  "\n  fragment UndoRow on ImportUndoRow {\n    entity\n    recordId\n    name\n    outcome\n    changes {\n      field\n      label\n      old\n      new\n    }\n    conflicts {\n      field\n      label\n      reason\n      message\n    }\n  }\n": typeof types.UndoRowFragmentDoc;
  "\n  query ImportUndoLeft($id: UUID!, $first: Int!, $after: String) {\n    importUndoLeft(id: $id, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n": typeof types.ImportUndoLeftDocument;
  "\n  query ImportUndoNames($contacts: [UUID!]!, $accounts: [UUID!]!, $ofContacts: Boolean!, $ofAccounts: Boolean!) {\n    contacts(first: 100, filter: { ids: $contacts, archived: null }) @include(if: $ofContacts) {\n      edges {\n        node {\n          id\n          fullName\n          email\n        }\n      }\n    }\n    accounts(first: 100, filter: { ids: $accounts, archived: null }) @include(if: $ofAccounts) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.ImportUndoNamesDocument;
  "\n  mutation ImportUndoPreview($input: ImportActionInput!) {\n    importUndoPreview(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ImportUndoPreviewDocument;
  "\n  mutation ImportUndo($input: ImportUndoInput!) {\n    importUndo(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ImportUndoDocument;
  "\n  mutation ImportUndoCancel($input: ImportActionInput!) {\n    importUndoCancel(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ImportUndoCancelDocument;
  "\n  subscription ImportProgress($id: UUID!) {\n    importProgress(id: $id) {\n      id\n      state\n      startedAt\n      finishedAt\n      error\n      outcomes {\n        read\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n        rejected\n        notRun\n        warnings\n      }\n      progress {\n        done\n        total\n        rate\n        etaSeconds\n        phase\n      }\n    }\n  }\n": typeof types.ImportProgressDocument;
  "\n  fragment SavedViewChanged on SavedViewPayload {\n    position\n    savedView {\n      ...SavedViewParts\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": typeof types.SavedViewChangedFragmentDoc;
  "\n  mutation SavedViewCreate($input: SavedViewCreateInput!) {\n    savedViewCreate(input: $input) {\n      ...SavedViewChanged\n    }\n  }\n": typeof types.SavedViewCreateDocument;
  "\n  mutation SavedViewChange($input: SavedViewChangeInput!) {\n    savedViewChange(input: $input) {\n      ...SavedViewChanged\n    }\n  }\n": typeof types.SavedViewChangeDocument;
  "\n  mutation SavedViewDelete($id: UUID!) {\n    savedViewDelete(id: $id) {\n      ...SavedViewChanged\n    }\n  }\n": typeof types.SavedViewDeleteDocument;
  "\n  mutation SavedViewRestore($id: UUID!) {\n    savedViewRestore(id: $id) {\n      ...SavedViewChanged\n    }\n  }\n": typeof types.SavedViewRestoreDocument;
  "\n  fragment SavedViewParts on SavedView {\n    id\n    entity\n    name\n    sharing\n    teamId\n    ownerId\n    ownerName\n    isPreset\n    mayChange\n    deleted\n    content\n  }\n": typeof types.SavedViewPartsFragmentDoc;
  "\n  query SavedViews($entity: Entity!) {\n    savedViews(entity: $entity) {\n      ...SavedViewParts\n    }\n  }\n": typeof types.SavedViewsDocument;
  "\n  query SavedView($id: UUID!) {\n    savedView(id: $id) {\n      ...SavedViewParts\n    }\n  }\n": typeof types.SavedViewDocument;
  "\n  query DashboardCounts($contacts: Boolean!, $accounts: Boolean!, $recent: ContactFilter) {\n    contacts(first: 1) @include(if: $contacts) {\n      totalCount\n    }\n    recent: contacts(first: 1, filter: $recent) @include(if: $contacts) {\n      totalCount\n    }\n    accounts(first: 1) @include(if: $accounts) {\n      totalCount\n    }\n  }\n": typeof types.DashboardCountsDocument;
  "\n  query DashboardPeople($users: Boolean!, $clients: Boolean!) {\n    users(first: 1) @include(if: $users) {\n      totalCount\n    }\n    clients(first: 1) @include(if: $clients) {\n      totalCount\n    }\n  }\n": typeof types.DashboardPeopleDocument;
  "\n  query DashboardTeam {\n    users(first: 8) {\n      totalCount\n      edges {\n        node {\n          id\n          name\n          email\n        }\n      }\n    }\n  }\n": typeof types.DashboardTeamDocument;
  "\n  query FirstSteps {\n    firstSteps {\n      contact\n      account\n      import\n      colleague\n      client\n    }\n  }\n": typeof types.FirstStepsDocument;
  "\n  query SampleData {\n    sampleData {\n      present\n      accounts\n      contacts\n      users\n    }\n  }\n": typeof types.SampleDataDocument;
  "\n  mutation SampleDataAdd {\n    sampleDataAdd {\n      status {\n        present\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.SampleDataAddDocument;
  "\n  mutation SampleDataRemove {\n    sampleDataRemove {\n      status {\n        present\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.SampleDataRemoveDocument;
  "\n  mutation ClientCreate($input: ClientCreateInput!) {\n    clientCreate(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ClientCreateDocument;
  "\n  mutation ClientRename($input: ClientRenameInput!) {\n    clientRename(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ClientRenameDocument;
  "\n  query ClientList($first: Int!, $after: String) {\n    clients(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          createdAt\n          userCount\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.ClientListDocument;
  "\n  query ClientCount {\n    clients(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.ClientCountDocument;
  "\n  query Me {\n    me {\n      id\n      name\n      email\n      role\n      development\n      preferences\n      teams {\n        id\n        name\n      }\n      client {\n        id\n        name\n      }\n      permissions {\n        permission\n        scope\n      }\n    }\n  }\n": typeof types.MeDocument;
  "\n  mutation UserCreate($input: UserCreateInput!) {\n    userCreate(input: $input) {\n      position\n      user {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.UserCreateDocument;
  "\n  mutation UserUpdate($input: UserUpdateInput!) {\n    userUpdate(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.UserUpdateDocument;
  "\n  mutation UserDisable($input: RecordActionInput!) {\n    userDisable(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.UserDisableDocument;
  "\n  query UserList($first: Int!, $after: String) {\n    users(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          email\n          role\n          active\n          createdAt\n          lastLoginAt\n          teams {\n            id\n            name\n          }\n          client {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.UserListDocument;
  "\n  query UserCount {\n    users(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.UserCountDocument;
  "\n  mutation ProjectionRetry($input: ProjectionActionInput!) {\n    projectionRetry(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ProjectionRetryDocument;
  "\n  mutation ProjectionPark($input: ProjectionActionInput!) {\n    projectionPark(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ProjectionParkDocument;
  "\n  mutation ProjectionRebuild($input: ProjectionActionInput!) {\n    projectionRebuild(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ProjectionRebuildDocument;
  "\n  mutation JobCancel($input: JobActionInput!) {\n    jobCancel(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.JobCancelDocument;
  "\n  mutation JobRetry($input: JobActionInput!) {\n    jobRetry(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.JobRetryDocument;
  "\n  query ProjectionList {\n    projections {\n      ...ProjectionLine\n    }\n  }\n": typeof types.ProjectionListDocument;
  "\n  fragment ProjectionLine on Projection {\n    name\n    version\n    state\n    position\n    headPosition\n    lagEvents\n    lagSeconds\n    error\n    failedPosition\n    failedEventType\n    parkedEvents\n    updatedAt\n    rebuild {\n      done\n      total\n      rate\n      etaSeconds\n      phase\n    }\n  }\n": typeof types.ProjectionLineFragmentDoc;
  "\n  query LogStatus {\n    logStatus {\n      headPosition\n      events\n      facts\n      epoch\n      sealedTo\n      bus\n      relayPosition\n      relayLag\n    }\n  }\n": typeof types.LogStatusDocument;
  "\n  fragment JobLine on Job {\n    id\n    kind\n    title\n    state\n    attempts\n    maxAttempts\n    error\n    runAt\n    createdAt\n    startedAt\n    finishedAt\n    createdBy\n    cancellable\n    link\n    progress {\n      done\n      total\n      rate\n      etaSeconds\n      phase\n    }\n  }\n": typeof types.JobLineFragmentDoc;
  "\n  query JobList($first: Int!, $after: String, $state: JobState) {\n    jobs(first: $first, after: $after, state: $state, routine: false) {\n      edges {\n        cursor\n        node {\n          ...JobLine\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.JobListDocument;
  "\n  query JobCount($state: JobState) {\n    jobs(first: 1, state: $state, routine: false) {\n      totalCount\n    }\n  }\n": typeof types.JobCountDocument;
  "\n  query RoutineJobs {\n    routineJobs {\n      kind\n      label\n      waiting\n      running\n      done\n      parked\n      lastFinishedAt\n    }\n  }\n": typeof types.RoutineJobsDocument;
  "\n  subscription ProjectionsChanged {\n    projectionsChanged {\n      ...ProjectionLine\n    }\n  }\n": typeof types.ProjectionsChangedDocument;
  "\n  subscription JobsChanged {\n    jobsChanged {\n      id\n      state\n    }\n  }\n": typeof types.JobsChangedDocument;
  "\n  mutation PreferencesSave($input: PreferencesInput!) {\n    preferencesSave(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.PreferencesSaveDocument;
  "\n  query FieldCatalogue($entity: Entity!) {\n    fieldCatalogue(entity: $entity) {\n      key\n      label\n      kind\n      group\n      personal\n      writable\n      unique\n      required\n      sortable\n      custom\n      options\n      choices {\n        value\n        label\n        retired\n      }\n    }\n  }\n": typeof types.FieldCatalogueDocument;
  "\n  query FilterFields($entity: Entity!) {\n    filterFields(entity: $entity) {\n      key\n      label\n      group\n      type\n      kind\n      options\n      choices {\n        value\n        label\n        retired\n      }\n      suggestions\n      operators {\n        name\n        label\n        takes\n      }\n    }\n  }\n": typeof types.FilterFieldsDocument;
  "\n  query FilterSuggestions($entity: Entity!, $field: String!, $prefix: String!) {\n    filterSuggestions(entity: $entity, field: $field, prefix: $prefix) {\n      value\n      label\n      seen\n    }\n  }\n": typeof types.FilterSuggestionsDocument;
  "\n  query FilterCheck($entity: Entity!, $filter: JSON!) {\n    filterCheck(entity: $entity, filter: $filter) {\n      valid\n      sentence\n      errors {\n        path\n        message\n      }\n    }\n  }\n": typeof types.FilterCheckDocument;
  "\n  query FilterSentence($entity: Entity!, $filter: JSON!) {\n    filterSentence(entity: $entity, filter: $filter)\n  }\n": typeof types.FilterSentenceDocument;
  "\n  query HistoryOf($entity: Entity!, $id: UUID!, $first: Int!, $after: String, $wanted: TimelineFilter) {\n    history(entity: $entity, id: $id, first: $first, after: $after, wanted: $wanted) {\n      edges {\n        cursor\n        node {\n          position\n          eventType\n          title\n          at\n          source\n          sourceLabel\n          importId\n          actorName\n          restoredFrom\n          undoable\n          changes {\n            field\n            label\n            old\n            new\n            kept\n            rule\n            derived\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.HistoryOfDocument;
  "\n  query TimelineFacets($entity: Entity!, $id: UUID!) {\n    timelineFacets(entity: $entity, id: $id) {\n      kinds {\n        key\n        label\n        count\n      }\n      actors {\n        id\n        name\n        count\n      }\n      moments {\n        position\n        at\n        eventType\n      }\n    }\n  }\n": typeof types.TimelineFacetsDocument;
  "\n  query RecordThen($entity: Entity!, $id: UUID!, $at: DateTime, $position: Int) {\n    recordAsOf(entity: $entity, id: $id, at: $at, position: $position) {\n      existed\n      archived\n      at\n      fields {\n        field\n        label\n        value\n        text\n        derived\n      }\n    }\n    recordCompare(entity: $entity, id: $id, from: $at, fromPosition: $position) {\n      fields {\n        field\n        label\n        to\n        toText\n        changed\n      }\n    }\n  }\n": typeof types.RecordThenDocument;
  "\n  query RecordsCompared(\n    $entity: Entity!\n    $id: UUID!\n    $from: DateTime\n    $fromPosition: Int\n    $to: DateTime\n    $toPosition: Int\n  ) {\n    recordCompare(\n      entity: $entity\n      id: $id\n      from: $from\n      fromPosition: $fromPosition\n      to: $to\n      toPosition: $toPosition\n    ) {\n      from {\n        existed\n        archived\n        at\n      }\n      to {\n        existed\n        archived\n        at\n      }\n      fields {\n        field\n        label\n        from\n        fromText\n        to\n        toText\n        changed\n      }\n    }\n  }\n": typeof types.RecordsComparedDocument;
  "\n  fragment Origin on ValueOrigin {\n    position\n    at\n    sourceLabel\n    importId\n    actorName\n    restoredFrom\n  }\n": typeof types.OriginFragmentDoc;
  "\n  query ProvenanceOf($entity: Entity!, $id: UUID!) {\n    provenance(entity: $entity, id: $id) {\n      fields {\n        field\n        current {\n          value\n          text\n          derived\n          origin {\n            ...Origin\n          }\n        }\n        earlier {\n          value\n          text\n          derived\n          origin {\n            ...Origin\n          }\n        }\n        kept {\n          value\n          text\n          rule\n          origin {\n            ...Origin\n          }\n        }\n      }\n    }\n  }\n": typeof types.ProvenanceOfDocument;
  "\n  query Search($text: String!, $kinds: [SearchKind!], $first: Int!, $archived: Boolean!) {\n    search(text: $text, kinds: $kinds, first: $first, archived: $archived) {\n      stale\n      groups {\n        kind\n        total\n        more\n        hits {\n          kind\n          id\n          title\n          archived\n          titlePieces {\n            text\n            hit\n          }\n          subtitlePieces {\n            text\n            hit\n          }\n          matched {\n            field\n            label\n            pieces {\n              text\n              hit\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.SearchDocument;
  "\n  query SearchOpened(\n    $first: Int!\n    $contacts: ContactFilter\n    $accounts: AccountFilter\n    $withContacts: Boolean!\n    $withAccounts: Boolean!\n  ) {\n    contacts(first: $first, filter: $contacts) @include(if: $withContacts) {\n      edges {\n        node {\n          id\n          fullName\n          email\n          jobTitle\n          accountName\n          archived\n          erased\n        }\n      }\n    }\n    accounts(first: $first, filter: $accounts) @include(if: $withAccounts) {\n      edges {\n        node {\n          id\n          name\n          domain\n          archived\n        }\n      }\n    }\n  }\n": typeof types.SearchOpenedDocument;
};
const documents: Documents = {
  "\n  fragment AccountChanged on AccountPayload {\n    position\n    userErrors {\n      code\n      field\n      message\n      recordId\n    }\n    account {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      tags\n      status\n      ownerName\n      contactCount\n      archived\n      mayArchive\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n":
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
  "\n  query AccountList($first: Int!, $after: String, $before: String, $filter: AccountFilter, $sort: RecordSort) {\n    accounts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          name\n          domain\n          industry\n          employeesSizeRange\n          staffCount\n          hqCity\n          hqCountry\n          mainPhone\n          tags\n          status\n          ownerName\n          contactCount\n          archived\n          mayArchive\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.AccountListDocument,
  "\n  query AccountCount($filter: AccountFilter) {\n    accounts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.AccountCountDocument,
  "\n  query AccountRecord($id: UUID!) {\n    account(id: $id) {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      status\n      ownerName\n      contactCount\n      archived\n      mayArchive\n      sourceLabel\n      importId\n      teamName\n      createdAt\n      updatedAt\n      version\n      fields\n      parent {\n        id\n        name\n      }\n    }\n  }\n":
    types.AccountRecordDocument,
  "\n  fragment ContactChanged on ContactPayload {\n    position\n    userErrors {\n      code\n      field\n      message\n      recordId\n    }\n    contact {\n      id\n      fullName\n      jobTitle\n      seniorityLevel\n      department\n      email\n      emailStatus\n      directPhone\n      accountId\n      accountName\n      accountDomain\n      city\n      country\n      lifecycle\n      tags\n      ownerName\n      archived\n      mayArchive\n      erased\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n":
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
  "\n  mutation ContactErase($input: ContactEraseInput!) {\n    contactErase(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ContactEraseDocument,
  "\n  query ContactList($first: Int!, $after: String, $before: String, $filter: ContactFilter, $sort: RecordSort) {\n    contacts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          fullName\n          jobTitle\n          seniorityLevel\n          department\n          email\n          emailStatus\n          directPhone\n          accountId\n          accountName\n          accountDomain\n          city\n          country\n          lifecycle\n          tags\n          ownerName\n          archived\n          mayArchive\n          erased\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.ContactListDocument,
  "\n  query ContactCount($filter: ContactFilter) {\n    contacts(first: 1, filter: $filter) {\n      totalCount\n    }\n  }\n":
    types.ContactCountDocument,
  "\n  query ContactRecord($id: UUID!) {\n    contact(id: $id) {\n      id\n      fullName\n      jobTitle\n      email\n      emailStatus\n      directPhone\n      mobilePhone\n      phoneStatus\n      accountId\n      accountName\n      accountDomain\n      accountLink\n      timezone\n      ownerName\n      archived\n      mayArchive\n      erased\n      sourceLabel\n      importId\n      teamName\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n":
    types.ContactRecordDocument,
  "\n  mutation CustomFieldDefine($input: CustomFieldDefineInput!) {\n    customFieldDefine(input: $input) {\n      customField {\n        entity\n        key\n        label\n      }\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.CustomFieldDefineDocument,
  "\n  mutation CustomFieldChange($input: CustomFieldChangeInput!) {\n    customFieldChange(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.CustomFieldChangeDocument,
  "\n  mutation CustomFieldArchive($entity: Entity!, $key: String!) {\n    customFieldArchive(entity: $entity, key: $key) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.CustomFieldArchiveDocument,
  "\n  mutation CustomFieldRestore($entity: Entity!, $key: String!) {\n    customFieldRestore(entity: $entity, key: $key) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.CustomFieldRestoreDocument,
  "\n  query CustomFieldList($entity: Entity!) {\n    customFields(entity: $entity, archived: true) {\n      entity\n      key\n      label\n      type\n      options {\n        value\n        label\n        retired\n      }\n      required\n      archived\n      createdByName\n      createdAt\n    }\n  }\n":
    types.CustomFieldListDocument,
  "\n  mutation ExportStart($input: ExportStartInput!) {\n    exportStart(input: $input) {\n      position\n      export {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ExportStartDocument,
  "\n  mutation ExportCancel($input: ExportActionInput!) {\n    exportCancel(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ExportCancelDocument,
  "\n  mutation ExportLink($input: ExportActionInput!) {\n    exportLink(input: $input) {\n      url\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ExportLinkDocument,
  "\n  query ExportList($first: Int!, $after: String) {\n    exports(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          entity\n          format\n          state\n          columns\n          filter\n          createdAt\n          createdBy\n          mine\n          finishedAt\n          error\n          rows\n          asOf\n          fileSize\n          cutCells\n          expiresAt\n          progress {\n            done\n            total\n            rate\n            etaSeconds\n            phase\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.ExportListDocument,
  "\n  query ExportCount {\n    exports(first: 1) {\n      totalCount\n    }\n  }\n": types.ExportCountDocument,
  "\n  mutation ImportFixRows($input: ImportFixRowsInput!) {\n    importFixRows(input: $input) {\n      position\n      import {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ImportFixRowsDocument,
  "\n  mutation ImportAgain($input: ImportActionInput!) {\n    importAgain(input: $input) {\n      position\n      import {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ImportAgainDocument,
  "\n  query ImportRejectedRows($id: UUID!, $first: Int!, $after: String) {\n    importRejectedRows(id: $id, first: $first, after: $after) {\n      rows {\n        row\n        cells\n        reasons {\n          code\n          field\n          message\n        }\n        fix {\n          importId\n          outcome\n        }\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n":
    types.ImportRejectedRowsDocument,
  "\n  mutation ImportMap($input: ImportMapInput!) {\n    importMap(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ImportMapDocument,
  "\n  mutation ImportChooseSheet($input: ImportChooseSheetInput!) {\n    importChooseSheet(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ImportChooseSheetDocument,
  "\n  mutation ImportPreview($input: ImportActionInput!) {\n    importPreview(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ImportPreviewDocument,
  "\n  mutation ImportStart($input: ImportActionInput!) {\n    importStart(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ImportStartDocument,
  "\n  mutation ImportCancel($input: ImportActionInput!) {\n    importCancel(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ImportCancelDocument,
  "\n  query ImportPreviewRows($id: UUID!, $list: ImportPreviewList!, $first: Int!, $after: String) {\n    importPreviewRows(id: $id, list: $list, first: $first, after: $after) {\n      rows {\n        row\n        entity\n        recordId\n        intoRow\n        name\n        changes {\n          field\n          label\n          old\n          new\n          kept\n          rule\n        }\n        reasons {\n          code\n          field\n          message\n          rejected\n        }\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n":
    types.ImportPreviewRowsDocument,
  "\n  query ImportList($first: Int!, $after: String) {\n    imports(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          fileName\n          fileSize\n          state\n          createdAt\n          createdBy\n          startedAt\n          finishedAt\n          rowCount\n          error\n          outcomes {\n            read\n            created\n            updated\n            unchanged\n            mergedInFile\n            matchesArchived\n            rejected\n            notRun\n            warnings\n          }\n          progress {\n            done\n            total\n            rate\n            etaSeconds\n            phase\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.ImportListDocument,
  "\n  query ImportCount {\n    imports(first: 1) {\n      totalCount\n    }\n  }\n": types.ImportCountDocument,
  "\n  fragment ImportUndoRun on ImportUndo {\n    state\n    startedAt\n    finishedAt\n    contacts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    accounts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    progress {\n      done\n      total\n      rate\n      etaSeconds\n      phase\n    }\n  }\n":
    types.ImportUndoRunFragmentDoc,
  "\n  fragment ImportFull on Import {\n    id\n    name\n    fileName\n    fileSize\n    fileHash\n    state\n    createdAt\n    createdBy\n    encoding\n    delimiter\n    headerRow\n    rowCount\n    defaultCountry\n    kind\n    sheet\n    sheets {\n      name\n      rows\n    }\n    parentId\n    fixedRows\n    usedBefore {\n      importId\n      name\n      at\n      kind\n      defaultCountry\n    }\n    undo {\n      ...ImportUndoRun\n    }\n    undoPreview {\n      ...ImportUndoRun\n    }\n    preview {\n      state\n      startedAt\n      finishedAt\n      expiresAt\n      error\n      accountsCreated\n      accountsUpdated\n      outcomes {\n        read\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n        rejected\n        notRun\n        warnings\n      }\n      progress {\n        done\n        total\n        rate\n        etaSeconds\n        phase\n      }\n    }\n    accountsCreated\n    accountsUpdated\n    startedAt\n    finishedAt\n    error\n    rejectFileUrl\n    columns {\n      index\n      header\n      samples\n      suggestedField\n      suggestedEntity\n      suggestedRule\n      usedBefore\n      guess {\n        field\n        entity\n        confidence\n      }\n      confidence\n    }\n    mapping {\n      column\n      entity\n      field\n      rule\n    }\n    outcomes {\n      read\n      created\n      updated\n      unchanged\n      mergedInFile\n      matchesArchived\n      rejected\n      notRun\n      warnings\n    }\n    problems {\n      code\n      message\n      example\n      rows\n      rejected\n    }\n    progress {\n      done\n      total\n      rate\n      etaSeconds\n      phase\n    }\n  }\n":
    types.ImportFullFragmentDoc,
  "\n  query ImportRecord($id: UUID!) {\n    import(id: $id) {\n      ...ImportFull\n    }\n  }\n":
    types.ImportRecordDocument,
  "\n  query ImportContacts($id: UUID!) {\n    import(id: $id) {\n      contacts {\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n      }\n    }\n  }\n":
    types.ImportContactsDocument,
  "\n  query ImportName($id: UUID!) {\n    import(id: $id) {\n      name\n    }\n  }\n": types.ImportNameDocument,
  "\n  query ImportUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {\n    importUndoRows(id: $id, list: $list, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n":
    types.ImportUndoRowsDocument,
  "\n  fragment UndoRow on ImportUndoRow {\n    entity\n    recordId\n    name\n    outcome\n    changes {\n      field\n      label\n      old\n      new\n    }\n    conflicts {\n      field\n      label\n      reason\n      message\n    }\n  }\n":
    types.UndoRowFragmentDoc,
  "\n  query ImportUndoLeft($id: UUID!, $first: Int!, $after: String) {\n    importUndoLeft(id: $id, first: $first, after: $after) {\n      rows {\n        ...UndoRow\n      }\n      endCursor\n      hasNextPage\n    }\n  }\n":
    types.ImportUndoLeftDocument,
  "\n  query ImportUndoNames($contacts: [UUID!]!, $accounts: [UUID!]!, $ofContacts: Boolean!, $ofAccounts: Boolean!) {\n    contacts(first: 100, filter: { ids: $contacts, archived: null }) @include(if: $ofContacts) {\n      edges {\n        node {\n          id\n          fullName\n          email\n        }\n      }\n    }\n    accounts(first: 100, filter: { ids: $accounts, archived: null }) @include(if: $ofAccounts) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n":
    types.ImportUndoNamesDocument,
  "\n  mutation ImportUndoPreview($input: ImportActionInput!) {\n    importUndoPreview(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ImportUndoPreviewDocument,
  "\n  mutation ImportUndo($input: ImportUndoInput!) {\n    importUndo(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ImportUndoDocument,
  "\n  mutation ImportUndoCancel($input: ImportActionInput!) {\n    importUndoCancel(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ImportUndoCancelDocument,
  "\n  subscription ImportProgress($id: UUID!) {\n    importProgress(id: $id) {\n      id\n      state\n      startedAt\n      finishedAt\n      error\n      outcomes {\n        read\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n        rejected\n        notRun\n        warnings\n      }\n      progress {\n        done\n        total\n        rate\n        etaSeconds\n        phase\n      }\n    }\n  }\n":
    types.ImportProgressDocument,
  "\n  fragment SavedViewChanged on SavedViewPayload {\n    position\n    savedView {\n      ...SavedViewParts\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n":
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
  "\n  mutation SampleDataAdd {\n    sampleDataAdd {\n      status {\n        present\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.SampleDataAddDocument,
  "\n  mutation SampleDataRemove {\n    sampleDataRemove {\n      status {\n        present\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.SampleDataRemoveDocument,
  "\n  mutation ClientCreate($input: ClientCreateInput!) {\n    clientCreate(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ClientCreateDocument,
  "\n  mutation ClientRename($input: ClientRenameInput!) {\n    clientRename(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ClientRenameDocument,
  "\n  query ClientList($first: Int!, $after: String) {\n    clients(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          createdAt\n          userCount\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.ClientListDocument,
  "\n  query ClientCount {\n    clients(first: 1) {\n      totalCount\n    }\n  }\n": types.ClientCountDocument,
  "\n  query Me {\n    me {\n      id\n      name\n      email\n      role\n      development\n      preferences\n      teams {\n        id\n        name\n      }\n      client {\n        id\n        name\n      }\n      permissions {\n        permission\n        scope\n      }\n    }\n  }\n":
    types.MeDocument,
  "\n  mutation UserCreate($input: UserCreateInput!) {\n    userCreate(input: $input) {\n      position\n      user {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.UserCreateDocument,
  "\n  mutation UserUpdate($input: UserUpdateInput!) {\n    userUpdate(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.UserUpdateDocument,
  "\n  mutation UserDisable($input: RecordActionInput!) {\n    userDisable(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.UserDisableDocument,
  "\n  query UserList($first: Int!, $after: String) {\n    users(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          email\n          role\n          active\n          createdAt\n          lastLoginAt\n          teams {\n            id\n            name\n          }\n          client {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n":
    types.UserListDocument,
  "\n  query UserCount {\n    users(first: 1) {\n      totalCount\n    }\n  }\n": types.UserCountDocument,
  "\n  mutation ProjectionRetry($input: ProjectionActionInput!) {\n    projectionRetry(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ProjectionRetryDocument,
  "\n  mutation ProjectionPark($input: ProjectionActionInput!) {\n    projectionPark(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ProjectionParkDocument,
  "\n  mutation ProjectionRebuild($input: ProjectionActionInput!) {\n    projectionRebuild(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.ProjectionRebuildDocument,
  "\n  mutation JobCancel($input: JobActionInput!) {\n    jobCancel(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.JobCancelDocument,
  "\n  mutation JobRetry($input: JobActionInput!) {\n    jobRetry(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n":
    types.JobRetryDocument,
  "\n  query ProjectionList {\n    projections {\n      ...ProjectionLine\n    }\n  }\n": types.ProjectionListDocument,
  "\n  fragment ProjectionLine on Projection {\n    name\n    version\n    state\n    position\n    headPosition\n    lagEvents\n    lagSeconds\n    error\n    failedPosition\n    failedEventType\n    parkedEvents\n    updatedAt\n    rebuild {\n      done\n      total\n      rate\n      etaSeconds\n      phase\n    }\n  }\n":
    types.ProjectionLineFragmentDoc,
  "\n  query LogStatus {\n    logStatus {\n      headPosition\n      events\n      facts\n      epoch\n      sealedTo\n      bus\n      relayPosition\n      relayLag\n    }\n  }\n":
    types.LogStatusDocument,
  "\n  fragment JobLine on Job {\n    id\n    kind\n    title\n    state\n    attempts\n    maxAttempts\n    error\n    runAt\n    createdAt\n    startedAt\n    finishedAt\n    createdBy\n    cancellable\n    link\n    progress {\n      done\n      total\n      rate\n      etaSeconds\n      phase\n    }\n  }\n":
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
  "\n  mutation PreferencesSave($input: PreferencesInput!) {\n    preferencesSave(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n":
    types.PreferencesSaveDocument,
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
  "\n  query HistoryOf($entity: Entity!, $id: UUID!, $first: Int!, $after: String, $wanted: TimelineFilter) {\n    history(entity: $entity, id: $id, first: $first, after: $after, wanted: $wanted) {\n      edges {\n        cursor\n        node {\n          position\n          eventType\n          title\n          at\n          source\n          sourceLabel\n          importId\n          actorName\n          restoredFrom\n          undoable\n          changes {\n            field\n            label\n            old\n            new\n            kept\n            rule\n            derived\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n":
    types.HistoryOfDocument,
  "\n  query TimelineFacets($entity: Entity!, $id: UUID!) {\n    timelineFacets(entity: $entity, id: $id) {\n      kinds {\n        key\n        label\n        count\n      }\n      actors {\n        id\n        name\n        count\n      }\n      moments {\n        position\n        at\n        eventType\n      }\n    }\n  }\n":
    types.TimelineFacetsDocument,
  "\n  query RecordThen($entity: Entity!, $id: UUID!, $at: DateTime, $position: Int) {\n    recordAsOf(entity: $entity, id: $id, at: $at, position: $position) {\n      existed\n      archived\n      at\n      fields {\n        field\n        label\n        value\n        text\n        derived\n      }\n    }\n    recordCompare(entity: $entity, id: $id, from: $at, fromPosition: $position) {\n      fields {\n        field\n        label\n        to\n        toText\n        changed\n      }\n    }\n  }\n":
    types.RecordThenDocument,
  "\n  query RecordsCompared(\n    $entity: Entity!\n    $id: UUID!\n    $from: DateTime\n    $fromPosition: Int\n    $to: DateTime\n    $toPosition: Int\n  ) {\n    recordCompare(\n      entity: $entity\n      id: $id\n      from: $from\n      fromPosition: $fromPosition\n      to: $to\n      toPosition: $toPosition\n    ) {\n      from {\n        existed\n        archived\n        at\n      }\n      to {\n        existed\n        archived\n        at\n      }\n      fields {\n        field\n        label\n        from\n        fromText\n        to\n        toText\n        changed\n      }\n    }\n  }\n":
    types.RecordsComparedDocument,
  "\n  fragment Origin on ValueOrigin {\n    position\n    at\n    sourceLabel\n    importId\n    actorName\n    restoredFrom\n  }\n":
    types.OriginFragmentDoc,
  "\n  query ProvenanceOf($entity: Entity!, $id: UUID!) {\n    provenance(entity: $entity, id: $id) {\n      fields {\n        field\n        current {\n          value\n          text\n          derived\n          origin {\n            ...Origin\n          }\n        }\n        earlier {\n          value\n          text\n          derived\n          origin {\n            ...Origin\n          }\n        }\n        kept {\n          value\n          text\n          rule\n          origin {\n            ...Origin\n          }\n        }\n      }\n    }\n  }\n":
    types.ProvenanceOfDocument,
  "\n  query Search($text: String!, $kinds: [SearchKind!], $first: Int!, $archived: Boolean!) {\n    search(text: $text, kinds: $kinds, first: $first, archived: $archived) {\n      stale\n      groups {\n        kind\n        total\n        more\n        hits {\n          kind\n          id\n          title\n          archived\n          titlePieces {\n            text\n            hit\n          }\n          subtitlePieces {\n            text\n            hit\n          }\n          matched {\n            field\n            label\n            pieces {\n              text\n              hit\n            }\n          }\n        }\n      }\n    }\n  }\n":
    types.SearchDocument,
  "\n  query SearchOpened(\n    $first: Int!\n    $contacts: ContactFilter\n    $accounts: AccountFilter\n    $withContacts: Boolean!\n    $withAccounts: Boolean!\n  ) {\n    contacts(first: $first, filter: $contacts) @include(if: $withContacts) {\n      edges {\n        node {\n          id\n          fullName\n          email\n          jobTitle\n          accountName\n          archived\n          erased\n        }\n      }\n    }\n    accounts(first: $first, filter: $accounts) @include(if: $withAccounts) {\n      edges {\n        node {\n          id\n          name\n          domain\n          archived\n        }\n      }\n    }\n  }\n":
    types.SearchOpenedDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment AccountChanged on AccountPayload {\n    position\n    userErrors {\n      code\n      field\n      message\n      recordId\n    }\n    account {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      tags\n      status\n      ownerName\n      contactCount\n      archived\n      mayArchive\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n",
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
  source: "\n  query AccountList($first: Int!, $after: String, $before: String, $filter: AccountFilter, $sort: RecordSort) {\n    accounts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          name\n          domain\n          industry\n          employeesSizeRange\n          staffCount\n          hqCity\n          hqCountry\n          mainPhone\n          tags\n          status\n          ownerName\n          contactCount\n          archived\n          mayArchive\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
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
  source: "\n  query AccountRecord($id: UUID!) {\n    account(id: $id) {\n      id\n      name\n      domain\n      industry\n      employeesSizeRange\n      staffCount\n      hqCity\n      hqCountry\n      mainPhone\n      status\n      ownerName\n      contactCount\n      archived\n      mayArchive\n      sourceLabel\n      importId\n      teamName\n      createdAt\n      updatedAt\n      version\n      fields\n      parent {\n        id\n        name\n      }\n    }\n  }\n",
): typeof import("./graphql").AccountRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment ContactChanged on ContactPayload {\n    position\n    userErrors {\n      code\n      field\n      message\n      recordId\n    }\n    contact {\n      id\n      fullName\n      jobTitle\n      seniorityLevel\n      department\n      email\n      emailStatus\n      directPhone\n      accountId\n      accountName\n      accountDomain\n      city\n      country\n      lifecycle\n      tags\n      ownerName\n      archived\n      mayArchive\n      erased\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n",
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
  source: "\n  mutation ContactErase($input: ContactEraseInput!) {\n    contactErase(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ContactEraseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ContactList($first: Int!, $after: String, $before: String, $filter: ContactFilter, $sort: RecordSort) {\n    contacts(first: $first, after: $after, before: $before, filter: $filter, sort: $sort) {\n      stale\n      edges {\n        cursor\n        node {\n          id\n          fullName\n          jobTitle\n          seniorityLevel\n          department\n          email\n          emailStatus\n          directPhone\n          accountId\n          accountName\n          accountDomain\n          city\n          country\n          lifecycle\n          tags\n          ownerName\n          archived\n          mayArchive\n          erased\n          createdAt\n          updatedAt\n          version\n          fields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
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
  source: "\n  query ContactRecord($id: UUID!) {\n    contact(id: $id) {\n      id\n      fullName\n      jobTitle\n      email\n      emailStatus\n      directPhone\n      mobilePhone\n      phoneStatus\n      accountId\n      accountName\n      accountDomain\n      accountLink\n      timezone\n      ownerName\n      archived\n      mayArchive\n      erased\n      sourceLabel\n      importId\n      teamName\n      createdAt\n      updatedAt\n      version\n      fields\n    }\n  }\n",
): typeof import("./graphql").ContactRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CustomFieldDefine($input: CustomFieldDefineInput!) {\n    customFieldDefine(input: $input) {\n      customField {\n        entity\n        key\n        label\n      }\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").CustomFieldDefineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CustomFieldChange($input: CustomFieldChangeInput!) {\n    customFieldChange(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").CustomFieldChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CustomFieldArchive($entity: Entity!, $key: String!) {\n    customFieldArchive(entity: $entity, key: $key) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").CustomFieldArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation CustomFieldRestore($entity: Entity!, $key: String!) {\n    customFieldRestore(entity: $entity, key: $key) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").CustomFieldRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query CustomFieldList($entity: Entity!) {\n    customFields(entity: $entity, archived: true) {\n      entity\n      key\n      label\n      type\n      options {\n        value\n        label\n        retired\n      }\n      required\n      archived\n      createdByName\n      createdAt\n    }\n  }\n",
): typeof import("./graphql").CustomFieldListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ExportStart($input: ExportStartInput!) {\n    exportStart(input: $input) {\n      position\n      export {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ExportStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ExportCancel($input: ExportActionInput!) {\n    exportCancel(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ExportCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ExportLink($input: ExportActionInput!) {\n    exportLink(input: $input) {\n      url\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ExportLinkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ExportList($first: Int!, $after: String) {\n    exports(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          entity\n          format\n          state\n          columns\n          filter\n          createdAt\n          createdBy\n          mine\n          finishedAt\n          error\n          rows\n          asOf\n          fileSize\n          cutCells\n          expiresAt\n          progress {\n            done\n            total\n            rate\n            etaSeconds\n            phase\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
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
  source: "\n  mutation ImportFixRows($input: ImportFixRowsInput!) {\n    importFixRows(input: $input) {\n      position\n      import {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportFixRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportAgain($input: ImportActionInput!) {\n    importAgain(input: $input) {\n      position\n      import {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
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
  source: "\n  mutation ImportMap($input: ImportMapInput!) {\n    importMap(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportMapDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportChooseSheet($input: ImportChooseSheetInput!) {\n    importChooseSheet(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportChooseSheetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportPreview($input: ImportActionInput!) {\n    importPreview(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportStart($input: ImportActionInput!) {\n    importStart(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportCancel($input: ImportActionInput!) {\n    importCancel(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
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
  source: "\n  query ImportList($first: Int!, $after: String) {\n    imports(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          fileName\n          fileSize\n          state\n          createdAt\n          createdBy\n          startedAt\n          finishedAt\n          rowCount\n          error\n          outcomes {\n            read\n            created\n            updated\n            unchanged\n            mergedInFile\n            matchesArchived\n            rejected\n            notRun\n            warnings\n          }\n          progress {\n            done\n            total\n            rate\n            etaSeconds\n            phase\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
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
  source: "\n  fragment ImportUndoRun on ImportUndo {\n    state\n    startedAt\n    finishedAt\n    contacts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    accounts {\n      archived\n      reverted\n      partly\n      kept\n      nothing\n      gone\n    }\n    progress {\n      done\n      total\n      rate\n      etaSeconds\n      phase\n    }\n  }\n",
): typeof import("./graphql").ImportUndoRunFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment ImportFull on Import {\n    id\n    name\n    fileName\n    fileSize\n    fileHash\n    state\n    createdAt\n    createdBy\n    encoding\n    delimiter\n    headerRow\n    rowCount\n    defaultCountry\n    kind\n    sheet\n    sheets {\n      name\n      rows\n    }\n    parentId\n    fixedRows\n    usedBefore {\n      importId\n      name\n      at\n      kind\n      defaultCountry\n    }\n    undo {\n      ...ImportUndoRun\n    }\n    undoPreview {\n      ...ImportUndoRun\n    }\n    preview {\n      state\n      startedAt\n      finishedAt\n      expiresAt\n      error\n      accountsCreated\n      accountsUpdated\n      outcomes {\n        read\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n        rejected\n        notRun\n        warnings\n      }\n      progress {\n        done\n        total\n        rate\n        etaSeconds\n        phase\n      }\n    }\n    accountsCreated\n    accountsUpdated\n    startedAt\n    finishedAt\n    error\n    rejectFileUrl\n    columns {\n      index\n      header\n      samples\n      suggestedField\n      suggestedEntity\n      suggestedRule\n      usedBefore\n      guess {\n        field\n        entity\n        confidence\n      }\n      confidence\n    }\n    mapping {\n      column\n      entity\n      field\n      rule\n    }\n    outcomes {\n      read\n      created\n      updated\n      unchanged\n      mergedInFile\n      matchesArchived\n      rejected\n      notRun\n      warnings\n    }\n    problems {\n      code\n      message\n      example\n      rows\n      rejected\n    }\n    progress {\n      done\n      total\n      rate\n      etaSeconds\n      phase\n    }\n  }\n",
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
  source: "\n  fragment UndoRow on ImportUndoRow {\n    entity\n    recordId\n    name\n    outcome\n    changes {\n      field\n      label\n      old\n      new\n    }\n    conflicts {\n      field\n      label\n      reason\n      message\n    }\n  }\n",
): typeof import("./graphql").UndoRowFragmentDoc;
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
  source: "\n  query ImportUndoNames($contacts: [UUID!]!, $accounts: [UUID!]!, $ofContacts: Boolean!, $ofAccounts: Boolean!) {\n    contacts(first: 100, filter: { ids: $contacts, archived: null }) @include(if: $ofContacts) {\n      edges {\n        node {\n          id\n          fullName\n          email\n        }\n      }\n    }\n    accounts(first: 100, filter: { ids: $accounts, archived: null }) @include(if: $ofAccounts) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportUndoNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportUndoPreview($input: ImportActionInput!) {\n    importUndoPreview(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportUndoPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportUndo($input: ImportUndoInput!) {\n    importUndo(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportUndoDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ImportUndoCancel($input: ImportActionInput!) {\n    importUndoCancel(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportUndoCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  subscription ImportProgress($id: UUID!) {\n    importProgress(id: $id) {\n      id\n      state\n      startedAt\n      finishedAt\n      error\n      outcomes {\n        read\n        created\n        updated\n        unchanged\n        mergedInFile\n        matchesArchived\n        rejected\n        notRun\n        warnings\n      }\n      progress {\n        done\n        total\n        rate\n        etaSeconds\n        phase\n      }\n    }\n  }\n",
): typeof import("./graphql").ImportProgressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  fragment SavedViewChanged on SavedViewPayload {\n    position\n    savedView {\n      ...SavedViewParts\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n",
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
  source: "\n  mutation SampleDataAdd {\n    sampleDataAdd {\n      status {\n        present\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").SampleDataAddDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation SampleDataRemove {\n    sampleDataRemove {\n      status {\n        present\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").SampleDataRemoveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientCreate($input: ClientCreateInput!) {\n    clientCreate(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ClientRename($input: ClientRenameInput!) {\n    clientRename(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientRenameDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ClientList($first: Int!, $after: String) {\n    clients(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          createdAt\n          userCount\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
): typeof import("./graphql").ClientListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query ClientCount {\n    clients(first: 1) {\n      totalCount\n    }\n  }\n",
): typeof import("./graphql").ClientCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query Me {\n    me {\n      id\n      name\n      email\n      role\n      development\n      preferences\n      teams {\n        id\n        name\n      }\n      client {\n        id\n        name\n      }\n      permissions {\n        permission\n        scope\n      }\n    }\n  }\n",
): typeof import("./graphql").MeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation UserCreate($input: UserCreateInput!) {\n    userCreate(input: $input) {\n      position\n      user {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").UserCreateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation UserUpdate($input: UserUpdateInput!) {\n    userUpdate(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").UserUpdateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation UserDisable($input: RecordActionInput!) {\n    userDisable(input: $input) {\n      position\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").UserDisableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query UserList($first: Int!, $after: String) {\n    users(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          name\n          email\n          role\n          active\n          createdAt\n          lastLoginAt\n          teams {\n            id\n            name\n          }\n          client {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n",
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
  source: "\n  mutation ProjectionRetry($input: ProjectionActionInput!) {\n    projectionRetry(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ProjectionRetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ProjectionPark($input: ProjectionActionInput!) {\n    projectionPark(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ProjectionParkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation ProjectionRebuild($input: ProjectionActionInput!) {\n    projectionRebuild(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").ProjectionRebuildDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation JobCancel($input: JobActionInput!) {\n    jobCancel(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
): typeof import("./graphql").JobCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  mutation JobRetry($input: JobActionInput!) {\n    jobRetry(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n",
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
  source: "\n  fragment ProjectionLine on Projection {\n    name\n    version\n    state\n    position\n    headPosition\n    lagEvents\n    lagSeconds\n    error\n    failedPosition\n    failedEventType\n    parkedEvents\n    updatedAt\n    rebuild {\n      done\n      total\n      rate\n      etaSeconds\n      phase\n    }\n  }\n",
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
  source: "\n  fragment JobLine on Job {\n    id\n    kind\n    title\n    state\n    attempts\n    maxAttempts\n    error\n    runAt\n    createdAt\n    startedAt\n    finishedAt\n    createdBy\n    cancellable\n    link\n    progress {\n      done\n      total\n      rate\n      etaSeconds\n      phase\n    }\n  }\n",
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
  source: "\n  mutation PreferencesSave($input: PreferencesInput!) {\n    preferencesSave(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n",
): typeof import("./graphql").PreferencesSaveDocument;
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
  source: "\n  query HistoryOf($entity: Entity!, $id: UUID!, $first: Int!, $after: String, $wanted: TimelineFilter) {\n    history(entity: $entity, id: $id, first: $first, after: $after, wanted: $wanted) {\n      edges {\n        cursor\n        node {\n          position\n          eventType\n          title\n          at\n          source\n          sourceLabel\n          importId\n          actorName\n          restoredFrom\n          undoable\n          changes {\n            field\n            label\n            old\n            new\n            kept\n            rule\n            derived\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n",
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
  source: "\n  query Search($text: String!, $kinds: [SearchKind!], $first: Int!, $archived: Boolean!) {\n    search(text: $text, kinds: $kinds, first: $first, archived: $archived) {\n      stale\n      groups {\n        kind\n        total\n        more\n        hits {\n          kind\n          id\n          title\n          archived\n          titlePieces {\n            text\n            hit\n          }\n          subtitlePieces {\n            text\n            hit\n          }\n          matched {\n            field\n            label\n            pieces {\n              text\n              hit\n            }\n          }\n        }\n      }\n    }\n  }\n",
): typeof import("./graphql").SearchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: "\n  query SearchOpened(\n    $first: Int!\n    $contacts: ContactFilter\n    $accounts: AccountFilter\n    $withContacts: Boolean!\n    $withAccounts: Boolean!\n  ) {\n    contacts(first: $first, filter: $contacts) @include(if: $withContacts) {\n      edges {\n        node {\n          id\n          fullName\n          email\n          jobTitle\n          accountName\n          archived\n          erased\n        }\n      }\n    }\n    accounts(first: $first, filter: $accounts) @include(if: $withAccounts) {\n      edges {\n        node {\n          id\n          name\n          domain\n          archived\n        }\n      }\n    }\n  }\n",
): typeof import("./graphql").SearchOpenedDocument;

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
