use canmanage::page::{answers, pool::{Pool, Entry}};
use canmanage::view::{Context, Invocation};
use canmanage::locale::{Language, Messages};
fn main() {
    let k = canmanage::embedded::knowledge().unwrap();
    let inv = Invocation::default();
    let sinv = Invocation { data: None, strict: true };
    let ms = [Messages::new(Language::En), Messages::new(Language::Ko)];
    for full in [false, true] {
        let mut pool = Pool::default();
        for t in &k.tables {
            for strict in [false, true] {
                let start = std::time::Instant::now();
                let cxs: Vec<Context> = ms.iter().map(|m| Context { knowledge: &k, messages: m, invocation: if strict {&sinv} else {&inv} }).collect();
                answers::table(&mut pool, &cxs, t, strict, full);
                let json = serde_json::to_string(&pool.entries.iter().collect::<Vec<_>>()).unwrap();
                let lists: usize = pool.entries.iter().filter(|e| matches!(e, Entry::List(_))).map(|e| serde_json::to_string(e).unwrap().len()).sum();
                let nl = pool.entries.iter().filter(|e| matches!(e, Entry::List(_))).count();
                println!("{} strict {strict} full {full}: {:?} entries {} json {} lists {} bytes {}", t.id, start.elapsed(), pool.entries.len(), json.len(), nl, lists);
            }
        }
        if full { std::fs::write("/tmp/pool.json", serde_json::to_string(&pool.entries.iter().collect::<Vec<_>>()).unwrap()).unwrap(); }
        else { std::fs::write("/tmp/pool-short.json", serde_json::to_string(&pool.entries.iter().collect::<Vec<_>>()).unwrap()).unwrap(); }
    }
}
