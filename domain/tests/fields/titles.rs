use pivotal_domain::audience::values::job::{department, seniority};

use crate::check;

#[test]
fn seniority_by_title() {
    check(
        &[
            ("CEO", "C-level"),
            ("C.E.O.", "C-level"),
            ("Chief Technology Officer", "C-level"),
            ("Co-Founder & CTO", "C-level"),
            ("President", "C-level"),
            ("Managing Director", "C-level"),
            ("Geschäftsführer", "C-level"),
            ("Vice President, Sales", "VP"),
            ("SVP Marketing", "VP"),
            ("Assistant Vice President", "VP"),
            ("Director of Engineering", "Director"),
            ("Sr. Director, IT", "Director"),
            ("Head of Growth", "Head"),
            ("Vertriebsleiter", "Head"),
            ("Leiter Einkauf", "Head"),
            ("Account Manager", "Manager"),
            ("Senior Product Manager", "Manager"),
            ("Team Lead Support", "Manager"),
            ("Senior Software Engineer", "Senior"),
            ("Principal Engineer", "Senior"),
            ("Software Engineer", "Staff"),
            ("Account Executive", "Staff"),
            ("Executive Assistant to the CEO", "Staff"),
            ("Assistant to the Vice President", "Staff"),
            ("Marketing Intern", "Staff"),
            ("Product Owner", "Manager"),
            ("HR Business Partner", "Staff"),
            ("Chief of Staff", "Director"),
            ("Student", "Other"),
            ("", "Other"),
            ("???", "Other"),
        ],
        seniority,
    );
}

#[test]
fn department_by_title() {
    check(
        &[
            ("VP Sales", Some("Sales")),
            ("Account Executive", Some("Sales")),
            ("Business Development Manager", Some("Sales")),
            ("CMO", Some("Marketing")),
            ("Head of Content Marketing", Some("Marketing")),
            ("CFO", Some("Finance")),
            ("Accounts Payable Clerk", Some("Finance")),
            ("HR Manager", Some("Human Resources")),
            ("Recruiter", Some("Human Resources")),
            ("CISO", Some("Security")),
            ("Software Engineer", Some("Engineering")),
            ("CTO", Some("Engineering")),
            ("IT Manager", Some("Information Technology")),
            ("CIO", Some("Information Technology")),
            ("Data Scientist", Some("Data")),
            ("Product Manager", Some("Product")),
            ("UX Designer", Some("Design")),
            ("General Counsel", Some("Legal")),
            ("Head of Procurement", Some("Procurement")),
            ("Customer Success Manager", Some("Customer Support")),
            ("Plant Manager", Some("Operations")),
            ("CEO", Some("Executive")),
            ("Registered Nurse", Some("Medical")),
            ("Teacher", Some("Education")),
            ("R&D Engineer", Some("Engineering")),
            ("Engineering & Technical", Some("Engineering")),
            ("Astronaut", None),
            ("", None),
        ],
        department,
    );
}
