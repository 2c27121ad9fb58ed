use pivotal_projections::audience::accounts::tree::{TreeNode, in_reading_order};
use uuid::Uuid;

fn node(id: u128, parent: Option<u128>, name: &str, depth: i32) -> TreeNode {
    TreeNode {
        id: Uuid::from_u128(id),
        parent: parent.map(Uuid::from_u128),
        name: Some(name.into()),
        domain: None,
        archived: false,
        status: "active".into(),
        contact_count: 0,
        depth,
    }
}

#[test]
fn a_tree_reads_from_the_top_each_branch_to_its_end_and_by_name() {
    let nodes = vec![
        node(1, None, "Top", 0),
        node(2, Some(1), "Zeta", 1),
        node(3, Some(1), "alpha", 1),
        node(4, Some(3), "Below alpha", 2),
    ];
    let names: Vec<_> = in_reading_order(nodes).into_iter().filter_map(|node| node.name).collect();
    assert_eq!(names, ["Top", "alpha", "Below alpha", "Zeta"]);
}
